package sink

import (
	"strings"
	"time"

	"github.com/scholia/scholia/crawl/internal/record"
	"github.com/scholia/scholia/extract/page"
)

// row is a record as columns. Names are those of docs/page.schema.json. Parquet has no types that hold themselves, so
// the trees of sections and of comments are lists in reading order, each entry with the place of the one that it
// belongs to. What columns cannot hold, such as the markup of the text, is in the column json.
type row struct {
	Source     string     `parquet:"source,optional"`
	URL        string     `parquet:"url,optional"`
	Kind       string     `parquet:"kind,dict"`
	Title      string     `parquet:"title,optional"`
	Subtitle   string     `parquet:"subtitle,optional"`
	Site       string     `parquet:"site,optional,dict"`
	Language   string     `parquet:"language,optional,dict"`
	License    string     `parquet:"license,optional,dict"`
	Authors    []person   `parquet:"authors,list"`
	Published  string     `parquet:"published,optional"`
	Modified   string     `parquet:"modified,optional"`
	Categories []string   `parquet:"categories,list"`
	Tags       []string   `parquet:"tags,list"`
	Image      *image     `parquet:"image,optional"`
	Summary    *summary   `parquet:"summary,optional"`
	Sections   []section  `parquet:"sections,list"`
	Text       string     `parquet:"text"`
	Words      int32      `parquet:"words"`
	Confidence float64    `parquet:"confidence"`
	Post       *post      `parquet:"post,optional"`
	Comments   discussion `parquet:"comments"`
	Pagination pagination `parquet:"pagination"`
	Fetch      fetch      `parquet:"fetch"`
	JSON       string     `parquet:"json"` // the whole record
}

type person struct {
	Name string `parquet:"name,optional"`
	URL  string `parquet:"url,optional"`
}

type image struct {
	URL     string `parquet:"url,optional"`
	Alt     string `parquet:"alt,optional"`
	Caption string `parquet:"caption,optional"`
}

type summary struct {
	Text   string `parquet:"text"`
	Origin string `parquet:"origin,dict"`
}

type pagination struct {
	Next     string `parquet:"next,optional"`
	Previous string `parquet:"previous,optional"`
	Page     int32  `parquet:"page,optional"`
	Pages    int32  `parquet:"pages,optional"`
}

// section is a heading with the text under it; parent is the place in the list, from 0, of the section that it
// belongs to.
type section struct {
	Heading string `parquet:"heading,optional"`
	Level   int32  `parquet:"level"`
	ID      string `parquet:"id,optional"`
	Parent  *int32 `parquet:"parent,optional"`
	Depth   int32  `parquet:"depth"`
	Text    string `parquet:"text"`
}

type post struct {
	ID            string  `parquet:"id,optional"`
	URL           string  `parquet:"url,optional"`
	Author        *person `parquet:"author,optional"`
	Published     string  `parquet:"published,optional"`
	PublishedText string  `parquet:"published_text,optional"`
	Text          string  `parquet:"text"`
	Score         *int64  `parquet:"score,optional"`
}

// comment is a comment; parent is the place in the list, from 0, of the one that it answers, null if it answers the page.
type comment struct {
	ID            string  `parquet:"id,optional"`
	URL           string  `parquet:"url,optional"`
	Parent        *int32  `parquet:"parent,optional"`
	Depth         int32   `parquet:"depth"`
	Author        *person `parquet:"author,optional"`
	Published     string  `parquet:"published,optional"`
	PublishedText string  `parquet:"published_text,optional"`
	Text          string  `parquet:"text"`
	Score         *int64  `parquet:"score,optional"`
	Kind          string  `parquet:"kind,dict"`
	Accepted      bool    `parquet:"accepted"`
}

type discussion struct {
	Declared      *int32    `parquet:"declared,optional"`
	Found         int32     `parquet:"found"`
	Open          *bool     `parquet:"open,optional"`
	Next          string    `parquet:"next,optional"`
	DiscussionURL string    `parquet:"discussion_url,optional"`
	Items         []comment `parquet:"items,list"`
}

type missing struct {
	URL    string `parquet:"url"`
	Reason string `parquet:"reason"`
}

type fetch struct {
	URL          string    `parquet:"url"`
	Status       int32     `parquet:"status"`
	Time         time.Time `parquet:"time,timestamp(microsecond)"`
	Depth        int32     `parquet:"depth"`
	ETag         string    `parquet:"etag,optional"`
	LastModified string    `parquet:"last_modified,optional"`
	Pages        []string  `parquet:"pages,list"`
	Missing      []missing `parquet:"missing,list"`
	Cut          bool      `parquet:"cut"`
	Change       string    `parquet:"change,optional"`
	NewComments  []string  `parquet:"new_comments,list"`
}

// columns is a record as a row; line is its JSON.
func columns(r *record.Record, line []byte) row {
	p := &r.Page
	c := row{
		Source: p.Source, URL: p.URL, Kind: string(p.Kind), Title: p.Title, Subtitle: p.Subtitle, Site: p.Site, Language: p.Language,
		License: p.License, Published: string(p.Published), Modified: string(p.Modified), Categories: p.Categories, Tags: p.Tags,
		Sections: sections(p), Text: p.Text, Words: int32(p.Words), Confidence: p.Confidence, Comments: comments(&p.Comments),
		Pagination: pagination{p.Pagination.Next, p.Pagination.Previous, int32(p.Pagination.Page), int32(p.Pagination.Pages)},
		Fetch:      fetched(&r.Fetch), JSON: string(line),
	}
	for _, a := range p.Authors {
		c.Authors = append(c.Authors, person(a))
	}
	if p.Image != nil {
		c.Image = (*image)(p.Image)
	}
	if p.Summary != nil {
		c.Summary = &summary{p.Summary.Text, string(p.Summary.Origin)}
	}
	if p.Post != nil {
		c.Post = &post{p.Post.ID, p.Post.URL, (*person)(p.Post.Author), string(p.Post.Published), p.Post.PublishedText, p.Post.Text, number(p.Post.Score)}
	}
	return c
}

func number(n *int) *int64 {
	if n == nil {
		return nil
	}
	wide := int64(*n)
	return &wide
}

// above finds the parents in a list in reading order.
type above []int32

// parent is the place of the entry above the one at a place and a depth; nil at depth 0.
func (a *above) parent(place, depth int) *int32 {
	*a = append((*a)[:depth], int32(place))
	if depth == 0 {
		return nil
	}
	return &[]int32{(*a)[depth-1]}[0]
}

func sections(p *page.Page) []section {
	var all []section
	var parents above
	for depth, s := range p.AllSections() {
		texts := make([]string, len(s.Blocks))
		for i, b := range s.Blocks {
			texts[i] = b.Text
		}
		all = append(all, section{s.Heading, int32(s.Level), s.ID, parents.parent(len(all), depth), int32(depth), strings.Join(texts, "\n\n")})
	}
	return all
}

func comments(c *page.Comments) discussion {
	d := discussion{Found: int32(c.Found), Open: c.Open, Next: c.Next, DiscussionURL: c.DiscussionURL}
	if c.Declared != nil {
		n := int32(*c.Declared)
		d.Declared = &n
	}
	var parents above
	for depth, c := range c.All() {
		d.Items = append(d.Items, comment{
			ID: c.ID, URL: c.URL, Parent: parents.parent(len(d.Items), depth), Depth: int32(depth), Author: (*person)(c.Author),
			Published: string(c.Published), PublishedText: c.PublishedText, Text: c.Text, Score: number(c.Score), Kind: string(c.Kind), Accepted: c.Accepted,
		})
	}
	return d
}

func fetched(f *record.Fetch) fetch {
	c := fetch{
		URL: f.URL, Status: int32(f.Status), Time: f.Time, Depth: int32(f.Depth), ETag: f.ETag,
		LastModified: f.LastModified, Pages: f.Pages, Cut: f.Cut, Change: f.Change, NewComments: f.NewComments,
	}
	for _, m := range f.Missing {
		c.Missing = append(c.Missing, missing(m))
	}
	return c
}
