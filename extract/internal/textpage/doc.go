// Package textpage reads a page from its plain-text rendering.
//
// The layout that it knows best is the one of [github.com/scholia/scholia/extract/render.Text]: a header of fields,
// the number of comments, the summary, the article with its headings, and the comments, numbered and nested by
// indentation. What tells the parts of that layout apart is indentation, marks and counting numbers, which
// other renderings share.
//
// Those others are what lynx and w3m dump of a page and the text that crawls keep of one, a line for each block. There the
// page's menus and links stand around the article, and comments may have no marks, so that only author and date tell where
// one begins. What a layout does not show, a deeper answer in a text without indentation for one, is not guessed.
//
// The files, in the order of reading: lines (a text's lines with their indentation), header, dump (what text browsers
// add), fences (lines of code, which are nothing else); comments (which lines are the conversation) by run (entries
// with marks) or units (entries without), with byline and dates (author and date as render.Text writes them), heads (as
// others write them) and controls ("Share", "Reply"); count and closing (lines that speak of comments); then chunks
// (paragraphs) with lists and marked (quotes, tables, code, ...), summary, article (the main text among menus) and
// headings (chunks into sections).
package textpage
