// Package textpage reads a page from its plain-text rendering.
//
// The layout that it knows best is the one of [github.com/scholia/scholia/extract/render.Text]: a header of fields,
// the number of comments, the summary, the article with its headings, and the comments, numbered and nested by
// indentation. What tells the parts of that layout apart is indentation, marks and counting numbers, which
// other renderings share.
//
// The files, in the order of reading: lines (a text's lines with their indentation), header, count, summary,
// comments (the tree that numbers and indentation form) with byline (author and date) and controls ("Share",
// "Reply"), then chunks (paragraphs, lists, quotes, tables, ...) and headings (chunks into sections).
package textpage
