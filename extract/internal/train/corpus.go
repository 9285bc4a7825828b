package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/publicsuffix"

	"github.com/scholia/scholia/extract/internal/content"
	"github.com/scholia/scholia/extract/internal/decode"
	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/metadata"
	"github.com/scholia/scholia/extract/internal/outline"
	"github.com/scholia/scholia/extract/internal/rules"
	"github.com/scholia/scholia/extract/internal/structured"
	"github.com/scholia/scholia/extract/internal/thread"
	"github.com/scholia/scholia/extract/internal/transcript"
	"github.com/scholia/scholia/extract/page"
	"github.com/scholia/scholia/internal/score"
)

// goldPage is a saved page with what is known of its main content.
type goldPage struct {
	id      string
	file    string
	address string
	kind    string // article, forum, documentation, service, listing, collection, product
	site    string // registrable domain of its address
	text    string // its main content, lines as a human annotator saw them

	segments *segments // instead of text, for a page of which only segments are known
}

// readWCXB lists the pages of a WCXB folder in the order of their ids: html/<id>.html.gz and ground-truth/<id>.json.
func readWCXB(dir string) ([]goldPage, error) {
	files, err := filepath.Glob(filepath.Join(dir, "ground-truth", "*.json")) // sorted
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no ground-truth/*.json in %s: is it a WCXB folder?", dir)
	}
	pages := make([]goldPage, 0, len(files))
	for _, f := range files {
		p, err := readGold(f)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f, err)
		}
		p.file = filepath.Join(dir, "html", p.id+".html.gz")
		pages = append(pages, p)
	}
	return pages, nil
}

func readGold(file string) (goldPage, error) {
	raw, err := os.ReadFile(file)
	if err != nil {
		return goldPage{}, err
	}
	var g struct {
		URL      string `json:"url"`
		Internal struct {
			Type struct {
				Primary string `json:"primary"`
			} `json:"page_type"`
		} `json:"_internal"`
		Truth struct {
			Content string `json:"main_content"`
		} `json:"ground_truth"`
	}
	if err := json.Unmarshal(raw, &g); err != nil {
		return goldPage{}, err
	}
	return goldPage{
		id:   strings.TrimSuffix(filepath.Base(file), ".json"),
		kind: g.Internal.Type.Primary, address: g.URL, site: siteOf(g.URL), text: g.Truth.Content,
	}, nil
}

// siteOf is the registrable domain of an address, its host if it has none.
func siteOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	host := strings.ToLower(u.Hostname())
	if site, err := publicsuffix.EffectiveTLDPlusOne(host); err == nil {
		return site
	}
	return host
}

// reading is a page as the extraction reads it, up to where the models are asked.
type reading struct {
	*dom.Index
	data  *structured.Data
	ctx   content.Context
	about metadata.Context
	talk  string // the text of a page whose main content is a conversation
}

// eachPage reads the pages on all cores and hands them to do.
func eachPage(pages []goldPage, do func(i int, p reading)) error {
	errs := make([]error, len(pages))
	next := make(chan int)
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for i := range next {
				errs[i] = readPage(pages[i], func(p reading) { do(i, p) })
			}
		})
	}
	for i := range pages {
		next <- i
	}
	close(next)
	wait.Wait()
	return errors.Join(errs...)
}

func readPage(p goldPage, do func(reading)) error {
	root, err := parse(p.file)
	if err != nil {
		return err
	}
	return readTree(root, p, do)
}

func readTree(root *html.Node, p goldPage, do func(reading)) error {
	x, err := dom.Build(root, 0)
	if err != nil {
		return fmt.Errorf("%s: %w", p.file, err)
	}
	defer x.Release()
	data := structured.Read(x)
	base := metadata.Base(x, p.address)
	language := metadata.Language(x, data)
	th := thread.Find(x, thread.Context{Data: data, Language: language, Base: base, Rules: rules.Platforms().Applying(x, host(base))})
	ctx := content.Context{Comments: th.Region, Posts: th.Posts(x), Bodies: th.Bodies(), Thread: th.IsThread}
	about := metadata.Context{Skip: th.Region, Base: base, Language: language}
	do(reading{x, data, ctx, about, talk(x, th, outline.Context{Base: base})})
	return nil
}

// host is that of an address, "" without one.
func host(u *url.URL) string {
	if u == nil {
		return ""
	}
	return u.Hostname()
}

// talk is the text of a conversation, "" if there is none or it is not the main content of its page.
func talk(x *dom.Index, th *thread.Thread, markup outline.Context) string {
	if !th.IsThread {
		return ""
	}
	var t transcript.Transcript
	add := func(u *thread.Unit) {
		in := x
		if u.Doc != nil {
			in = u.Doc
		}
		blocks := outline.Blocks(in, u.Body, markup)
		t.Add(&page.Post{Author: u.Author, Blocks: blocks, Text: outline.BlocksText(blocks)}, u.PublishedText)
	}
	if th.Post != nil {
		add(th.Post)
	}
	for i := range th.Units {
		if th.Units[i].Kind == page.Remark {
			add(&th.Units[i])
		}
	}
	return t.String()
}

// parse reads a saved page, gzipped or not.
func parse(file string) (*html.Node, error) {
	raw, err := score.ReadFile(file)
	if err != nil {
		return nil, err
	}
	doc, err := decode.Bytes(raw, decode.Options{ContentType: "text/html"})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return doc.Root, nil
}
