// Package kind tells what sort of page a page is: an article, a thread, documentation, a listing of articles, a product,
// a collection of items, or the presentation of a service.
package kind

import (
	"net/url"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/explain"
	"github.com/scholia/scholia/extract/internal/metadata"
	"github.com/scholia/scholia/extract/internal/structured"
	"github.com/scholia/scholia/extract/page"
)

// Context is what earlier rooms know of the page. All of it may be missing.
type Context struct {
	Data     *structured.Data   // what the page says of itself for machines
	Metadata *metadata.Metadata // what it says about its article
	Content  dom.Selection      // its main content
	Thread   bool               // a conversation is its main content
	Remarks  bool               // readers have commented on it
	Address  *url.URL
	Log      *explain.Log
}

// Learned are the kinds that a model tells apart. A thread is what the room of threads takes for one, but where a page is saved
// without its posts, its address and its head may still tell.
var Learned = [kinds]page.Kind{
	page.Article, page.Documentation, page.Listing, page.Product, page.Collection, page.Service, page.Thread,
}

// remarked are the kinds of page that readers comment on: of the 51 pages of WCXB's development set that are no threads and
// show comments, 47 are articles, 2 products, and 2 pages of forums.
var remarked = []page.Kind{page.Article, page.Product}

// Of tells what kind of page x is. A page without content is of no kind in particular, unless what it says of itself is clear.
func Of(x *dom.Index, ctx Context) page.Kind {
	if ctx.Thread {
		return page.Thread
	}
	var t tokens
	t.read(x, ctx)
	row := Features(x, ctx, model().Lexicon.Guess(t.buckets))
	kind, probability := model().Kind(&row, ctx.Remarks)
	ctx.Log.Add("kind", "page", string(kind), "probability %.2f", probability)
	return kind
}
