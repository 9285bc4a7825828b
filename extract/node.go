package extract

import (
	"cmp"
	"net/url"

	"golang.org/x/net/html"

	"github.com/scholia/scholia/extract/internal/content"
	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/explain"
	"github.com/scholia/scholia/extract/internal/kind"
	"github.com/scholia/scholia/extract/internal/metadata"
	"github.com/scholia/scholia/extract/internal/outline"
	"github.com/scholia/scholia/extract/internal/structured"
	"github.com/scholia/scholia/extract/internal/thread"
	"github.com/scholia/scholia/extract/page"
)

// node reads a page from its tree. It asks each room once, in the order in which they need one another: the thread
// comes before metadata and content, so that no commenter is taken for the author and no comment for the article.
func (o options) node(root *html.Node) (*page.Page, error) {
	x, err := dom.Build(root, o.limits.Nodes)
	if err != nil {
		return nil, &Error{o.source, err}
	}
	defer x.Release()
	log := o.log()

	data := structured.Read(x)
	base := metadata.Base(x, o.url)
	language := metadata.Language(x, data)
	th := thread.Find(x, thread.Context{
		Data: data, Language: language, Base: base, Saved: o.saved, Rules: o.applying(x, base, log), Log: log,
	})
	about := metadata.Context{Skip: th.Region, Base: base, Language: language, Log: log}
	if th.IsThread && th.Post != nil {
		about.Author, about.Published = th.Post.Author, th.Post.Published
		if th.Post.Root != dom.None && th.Post.Doc == nil {
			about.Post = dom.Selection{x.Subtree(th.Post.Root)}
		}
	}
	md := metadata.Read(x, data, about)
	markup := outline.Context{Base: base, Title: md.Title, Subtitle: md.Subtitle, Published: md.Published, Language: language, Log: log}

	p := newPage(md)
	p.Source, p.Language = o.source, language
	converse(p, x, th, markup)
	if !o.comments {
		o.content(p, x, th, data, md, markup)
	}
	o.report(log)
	return p, nil
}

// content reads what the page holds besides its conversation.
func (o options) content(p *page.Page, x *dom.Index, th *thread.Thread, data *structured.Data, md metadata.Metadata, markup outline.Context) {
	chosen := content.Select(x, content.Context{
		Comments: th.Region, Posts: th.Posts(x), Bodies: th.Bodies(), Thread: th.IsThread, Log: markup.Log,
	})
	p.Kind = kind.Of(x, kind.Context{
		Data: data, Metadata: &md, Content: chosen.Selection, Thread: th.IsThread, Remarks: len(th.Units) > 0,
		Address: address(cmp.Or(o.url, md.URL)), Log: markup.Log,
	})
	if p.Confidence = chosen.Confidence; th.IsThread {
		p.Confidence = threadConfidence
	}
	if !th.IsThread {
		text := chosen.Selection.Without(md.Statements).Without(md.Pager)
		box := opening(x, text, md.SummaryBox)
		p.Sections = outline.Sections(x, text.Without(box), markup)
		p.Text = mainText(p, len(box) > 0 && len(chosen.Selection) > 0)
	}
	p.Words = dom.Words(p.Text)
}

// threadConfidence is the confidence in the text of every thread, for the model of content does not choose it: the mean
// word F1 of those on WCXB's development pages.
const threadConfidence = 0.86

// address reads an address, nil if there is none.
func address(s string) *url.URL {
	if u, err := url.Parse(s); err == nil && s != "" {
		return u
	}
	return nil
}

// log is where the rooms explain themselves: nowhere unless the caller asked.
func (o options) log() *explain.Log {
	if o.explain == nil {
		return nil
	}
	return new(explain.Log)
}

// report hands the decisions to the caller.
func (o options) report(log *explain.Log) {
	if log == nil {
		return
	}
	for _, e := range log.Entries {
		o.explain(Decision(e))
	}
}

// maxStandfirst is how many words of an article may stand over a summary that has a place of its own: a title, a standfirst.
const maxStandfirst = 60

// opening is the box of a summary if it opens the text. Further down, as a conclusion or between two parts of the text, it is
// read where it stands: else its section would lose it, and the text its order.
func opening(x *dom.Index, text, box dom.Selection) dom.Selection {
	if len(box) == 0 {
		return nil
	}
	words := 0
	for _, s := range text {
		if s.First < box[0].First {
			words += x.WordsBetween(s.First, min(s.Last+1, box[0].First))
		}
	}
	if words > maxStandfirst {
		return nil
	}
	return box
}

// mainText is an article as plain text. A summary with a box of its own is no section, but it is read before them: of the
// page of a paper it may be all there is.
func mainText(p *page.Page, boxed bool) string {
	text := outline.Text(p.Sections)
	switch {
	case !boxed:
		return text
	case text == "":
		return p.Summary.Text
	}
	return p.Summary.Text + "\n\n" + text
}

// newPage is a page with what is known about it, and nothing yet of what stands on it.
func newPage(md metadata.Metadata) *page.Page {
	return &page.Page{
		URL: md.URL, Title: md.Title, Subtitle: md.Subtitle, Site: md.Site, License: md.License,
		Authors: md.Authors, Published: md.Published, Modified: md.Modified, Categories: md.Categories, Tags: md.Tags,
		Image: md.Image, Summary: md.Summary, Pagination: md.Pagination,
	}
}
