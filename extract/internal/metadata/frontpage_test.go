package metadata

import (
	"net/url"
	"testing"

	"github.com/scholia/scholia/extract/internal/dom/domtest"
	"github.com/scholia/scholia/extract/internal/structured"
)

// TestSiteOfLinks reads the name of the site from what leads to its front page.
func TestSiteOfLinks(t *testing.T) {
	for _, c := range []struct{ name, head, body, want string }{
		{"a logo and the first of the breadcrumbs (MyBB)", "Seams", `<a href="https://forum.example/index.php"><img alt="Layer Lines"></a><div><a href="/index.php">Layer Lines</a> › Seams</div>`, "Layer Lines"},
		{"a heading that is a link, and breadcrumbs (SMF)", "Seams", `<h1 class="forumtitle"><a href="https://forum.example/index.php">The Slipway</a></h1><ul><li><a href="/index.php">The Slipway</a></li></ul>`, "The Slipway"},
		{"a logo and the end of the title (vBulletin 3)", "Seams - Needle &amp; Thimble", `<a href="index.php"><img alt="Needle &amp; Thimble"></a>`, "Needle & Thimble"},
		{"a heading beside the logo and the end of the title (phpBB)", "Seams - Hand Millers Board", `<div><a href="./index.php"><img alt=""></a><h1>Hand Millers Board</h1></div>`, "Hand Millers Board"},
		{"what a logo says of itself", "Seams", `<a href="/"><img alt="Ypart Logo"></a><a href="/">Ypart</a>`, "Ypart"},
		{"what any page says", "Seams", `<a href="/"><img alt="Home"></a><a href="/">Home</a>`, ""},
		{"a logo alone", "Seams", `<a href="/"><img alt="header_final_2"></a><a href="/about">header_final_2</a>`, ""},
		{"the name is stated", `Seams</title><meta property="og:site_name" content="Stated"><title>`, `<a href="/"><img alt="Ypart"></a><a href="/">Ypart</a>`, "Stated"},
	} {
		x := domtest.Index(t, "<html><head><title>"+c.head+"</title></head><body>"+c.body+"<h2>Seams</h2><p>Text.</p></body></html>")
		md := Read(x, structured.Read(x), Context{Base: &url.URL{Scheme: "https", Host: "forum.example", Path: "/t/1"}})
		if md.Site != c.want {
			t.Errorf("%s: %q, want %q", c.name, md.Site, c.want)
		}
	}
}
