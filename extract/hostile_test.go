package extract_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/scholia/scholia/extract"
)

// TestHostilePages reads pages that were made to break a reader: whatever takes time or memory that grows faster
// than the page does not get through them.
func TestHostilePages(t *testing.T) {
	s := schema(t)
	for _, h := range hostile(1 << 15) {
		t.Run(h.name, func(t *testing.T) {
			p, err := extract.Bytes([]byte(h.page), extract.WithURL("https://blog.example/a/b?c"))
			if err != nil {
				t.Fatal(err)
			}
			line := inProportion(t, p, len(h.page))
			if len(line) < 1<<22 { // the schema is slow to check
				valid(t, s, line)
			}
		})
	}
}

type hostilePage struct{ name, page string }

// hostile are pages of which something is there n times, or n bytes long.
func hostile(n int) []hostilePage {
	many := strings.Repeat
	sentence := "The quick brown fox jumps over the lazy dog, and the dog, for once, is not amused by it at all. "
	comment := `<li class="comment" id="comment-1"><cite class="fn">Ann</cite> <time datetime="2020-01-02">January 2, 2020</time><p>Yes, quite so.</p><a class="comment-reply-link" href="#respond">Reply</a>`
	return []hostilePage{
		{"div in div", many("<div>", n) + sentence},
		{"quote in quote", many("<blockquote>", n) + many(sentence, n/100)},
		{"list in list", many("<ul><li>", n/2) + sentence + many("<li>"+sentence, n/100)},
		{"terms in definitions", many("<dl><dt>Ann 3 May 2021<dd>some words of hers", n/16)},
		{"section in section", many("<section><h2>A heading</h2><p>"+sentence, n/100)},
		{"table in table", many("<table><tr><td>", n/8) + sentence},
		{"emphasis never closed", many("<b><i><em><strong>", n/16) + many("<p>"+sentence, n/256)},
		{"emphasis and paragraphs", many("<p><b><i><u>"+sentence, n/128)},
		{"link in link", many(`<a href="/x">`, n/8) + sentence},
		{"a comment in a comment", many("<ol>"+comment, n/64)},
		{"comments side by side", "<p>" + many(sentence, 9) + "<ol>" + many(comment+"</li>", n/64) + "</ol>"},
		{"siblings", many("<p>x", 2*n)},
		{"empty siblings", many("<br><hr><span></span>", n)},
		{"text in pieces", "<p>" + many("a<wbr>", n)},
		{"headings only", many("<h2>A heading</h2>", n/4)},
		{"a class of many names", `<div class="` + many("a b c comment ", n/4) + `"><p>` + sentence},
		{"a name of one letter", `<p id="` + many("a", n) + `" class="` + many("b", n) + `">` + sentence},
		{"many attributes", "<p " + manyAttributes(n/16) + ">" + sentence},
		{"a long address", `<base href="https://x.example/` + many("a", n) + `/">` + many(`<p>`+sentence+`<a href="b">c</a>`, n/128)},
		{"a long canonical address", `<link rel="canonical" href="/` + many("a", n) + `">` + "<ol>" + many(comment+"</li>", n/128)},
		{"many meta elements", many(`<meta property="article:tag" content="a"><meta name="author" content="B C">`, n/64)},
		{"a long title", "<title>" + many("a - b | ", n/8) + "</title><h1>" + many("b | a - ", n/8) + "</h1>"},
		{"JSON-LD in JSON-LD", `<script type="application/ld+json">` + many(`{"@graph":[`, n) + "</script>" + sentence},
		{"JSON-LD that never ends", `<script type="application/ld+json">{"@type":"Article","comment":[` + many(`{"@type":"Comment","text":"x"},`, n/32)},
		{"scripts", many(`<script>window._preloads = JSON.parse("{\"comments\":[`, n/64)},
		{"microdata in microdata", many(`<div itemscope itemtype="https://schema.org/Comment" itemprop="comment"><p itemprop="text">`, n/64) + sentence},
		{"not UTF-8", "<p>" + many("\xff\xfe\x80\xc3(", n/4)},
		{"null bytes", "<p>" + many("a\x00", n)},
		{"entities", "<p>" + many("&amp;&lt;&#x1F600;&nosuch;", n/16)},
		{"brackets", many("<", n)},
		{"an open tag", "<p><a href='" + many("x", n)},
		{"an open comment", "<p>" + sentence + many("<!--", n)},
		{"lines of text", many("a\n", n)},
		{"text, deep", deepText(n)},
		{"text of comments, deep", "10 Comments\n\n" + sentence + "\n\n" + deepComments(n)},
		{"text of digits", many("1. ", n)},
		{"line breaks", many("<br>", n) + "<p>" + sentence},
		{"rows and spans", `<table>` + many(`<tr><td rowspan="65534" colspan="1000">x`, n/32)},
		{"footnotes", many(`<p>a<sup><a href="#fn1" id="ref1">1</a></sup>`, n/64) + `<ol class="footnotes">` + many(`<li id="fn1">b <a href="#ref1">back</a>`, n/64)},
		{"dates", many("<p>1 January 2020 2 February 2021 3/4/2022 ", n/32)},
		{"indents", many(`<div class="comment" style="margin-left:20px"><b>Ann</b> on 3 May 2020<p>Yes.</p></div>`, n/64)},
	}
}

func manyAttributes(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "data-%d=%d ", i, i)
	}
	return b.String()
}

// deepText is a list as text, each item deeper than the last; the whole is about n bytes long.
func deepText(n int) string {
	var b strings.Builder
	for depth := 0; b.Len() < n; depth++ {
		b.WriteString(strings.Repeat(" ", 2*depth) + "* item\n")
	}
	return b.String()
}

// deepComments are comments as text, each an answer to the last; the whole is about n bytes long.
func deepComments(n int) string {
	var b strings.Builder
	for depth := 1; b.Len() < n; depth++ {
		margin := strings.Repeat("  ", depth)
		b.WriteString(margin + "1. Ann Friday, June 14, 2013\n\n" + margin + "  Yes, quite so.\n\n")
	}
	return b.String()
}
