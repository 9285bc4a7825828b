// Package kind tells what sort of page a page is: an article, a thread, documentation, a listing of articles, a product,
// a collection of items, or the presentation of a service.
package kind

import (
	_ "embed"
	"encoding/binary"
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
var Learned = [kinds]page.Kind{page.Article, page.Documentation, page.Listing, page.Product, page.Collection, page.Service}

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
	row := Features(x, ctx, model().Lexicon.Guess(Tokens(x, ctx)))
	for i, f := range model().Forests {
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

// Model has a lexicon, whose guesses are features, and a forest for each of the kinds in Learned: its score says whether a
// page is of that kind rather than of any other.
type Model struct {
	Lexicon Lexicon
	Forests [kinds]*boost.Forest
}

// The file of a model is its magic, the lexicon's weights as they are, and for each kind the length of the forest's file as a
// big-endian uint32, and that file.
const modelMagic = "page kinds 2\n"

// Append writes the model's file at the end of b.
func (m *Model) Append(b []byte) []byte {
	b = append(b, modelMagic...)
	for _, weights := range m.Lexicon {
		for _, w := range weights {
			b = append(b, byte(w))
		}
	}
	for _, f := range m.Forests {
		file := f.Append(nil)
		b = binary.BigEndian.AppendUint32(b, uint32(len(file)))
		b = append(b, file...)
	}
	return b
}

// ReadModel reads the file of a model. It refuses one whose features are not those of this program.
func ReadModel(b []byte) (*Model, error) {
	m := new(Model)
	if len(b) < len(modelMagic)+Buckets*kinds || string(b[:len(modelMagic)]) != modelMagic {
		return nil, errors.New("not a model of page kinds, or of another version: run the training command")
	}
	b = b[len(modelMagic):]
	for i := range m.Lexicon {
		for k := range kinds {
			m.Lexicon[i][k] = int8(b[i*kinds+k])
		}
	}
	b = b[Buckets*kinds:]
	for i := range m.Forests {
		if len(b) < 4 || int(binary.BigEndian.Uint32(b)) > len(b)-4 {
			return nil, errors.New("model of page kinds ends too early: run the training command")
		}
		file := b[4:][:binary.BigEndian.Uint32(b)]
		b = b[4+len(file):]
		var err error
		if m.Forests[i], err = boost.Read(file); err != nil {
			return nil, fmt.Errorf("model of page kinds: %w", err)
		}
		if !slices.Equal(m.Forests[i].Names(), FeatureNames()) {
			return nil, errors.New("model of page kinds was trained on other features: run the training command")
		}
	}
	return m, nil
}

//go:embed model.bin
var modelFile []byte

// model is the one in use. Its file is part of the program, so a bad one is a fault of the program; a test reads it.
var model = sync.OnceValue(func() *Model {
	m, err := ReadModel(modelFile)
	if err != nil {
		panic(err)
	}
	return m
})
