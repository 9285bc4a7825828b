// Package kind tells what sort of page a page is: an article, a thread, documentation, a listing of articles, a product,
// a collection of items, or the presentation of a service.
package kind

import (
	_ "embed"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"sync"

	"github.com/scholia/scholia/extract/internal/boost"
	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/explain"
	"github.com/scholia/scholia/extract/internal/structured"
	"github.com/scholia/scholia/extract/page"
)

// Context is what earlier rooms know of the page.
type Context struct {
	Data    *structured.Data // what the page says of itself for machines; nil if unknown
	Content dom.Selection    // its main content
	Thread  bool             // a conversation is its main content
	Remarks bool             // readers have commented on it
	Address *url.URL         // nil if unknown
	Log     *explain.Log
}

// Learned are the kinds that a model tells apart. A thread is what the room of threads takes for one.
var Learned = []page.Kind{page.Article, page.Documentation, page.Listing, page.Product, page.Collection, page.Service}

// remarked are the kinds of page that readers comment on: of the 51 pages of WCXB's development set that are no threads and
// show comments, 47 are articles, 2 products, and 2 pages of forums.
var remarked = []page.Kind{page.Article, page.Product}

// Of tells what kind of page x is. A page without content is of no kind in particular.
func Of(x *dom.Index, ctx Context) page.Kind {
	switch {
	case ctx.Thread:
		return page.Thread
	case len(ctx.Content) == 0:
		return page.Other
	}
	best, top := page.Other, float32(0)
	row := Features(x, ctx)
	for i, f := range model() {
		if ctx.Remarks && !slices.Contains(remarked, Learned[i]) {
			continue
		}
		if score := f.Score(&row); best == page.Other || score > top {
			best, top = Learned[i], score
		}
	}
	ctx.Log.Add("kind", "page", string(best), "probability %.2f", boost.Probability(top))
	return best
}

// Model has a forest for each of the kinds in Learned: its score says whether a page is of that kind rather than of
// any other.
type Model []*boost.Forest

// The file of a model is its magic, and for each kind the length of the forest's file, four bytes, the most significant
// first, and that file.
const modelMagic = "page kinds 1\n"

// Append writes the model's file at the end of b.
func (m Model) Append(b []byte) []byte {
	b = append(b, modelMagic...)
	for _, f := range m {
		file := f.Append(nil)
		b = append(b, byte(len(file)>>24), byte(len(file)>>16), byte(len(file)>>8), byte(len(file)))
		b = append(b, file...)
	}
	return b
}

// ReadModel reads the file of a model. It refuses one whose features are not those of this program.
func ReadModel(b []byte) (Model, error) {
	if len(b) < len(modelMagic) || string(b[:len(modelMagic)]) != modelMagic {
		return nil, errors.New("not a model of page kinds, or of another version: run the training command")
	}
	b = b[len(modelMagic):]
	m := make(Model, len(Learned))
	for i := range m {
		if len(b) < 4 {
			return nil, errors.New("model of page kinds ends too early: run the training command")
		}
		n := int(b[0])<<24 | int(b[1])<<16 | int(b[2])<<8 | int(b[3])
		if b = b[4:]; n > len(b) {
			return nil, errors.New("model of page kinds ends too early: run the training command")
		}
		var err error
		if m[i], err = boost.Read(b[:n]); err != nil {
			return nil, fmt.Errorf("model of page kinds: %w", err)
		}
		if !slices.Equal(m[i].Names(), FeatureNames()) {
			return nil, errors.New("model of page kinds was trained on other features: run the training command")
		}
		b = b[n:]
	}
	return m, nil
}

//go:embed model.bin
var modelFile []byte

// model is the one in use. Its file is part of the program, so a bad one is a fault of the program; a test reads it.
var model = sync.OnceValue(func() Model {
	m, err := ReadModel(modelFile)
	if err != nil {
		panic(err)
	}
	return m
})
