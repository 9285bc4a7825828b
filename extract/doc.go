// Package extract reads a blog page the way a reader does: the article, its summary, its sections, and the
// comments with who answered whom.
//
// [Bytes] and [Reader] take a page as it was fetched or saved, in any character set, as HTML or as a plain-text
// rendering; [Node] takes a tree that was parsed already. All three give a [page.Page], which package render writes
// as JSON, Markdown, text or HTML.
//
//	p, err := extract.Bytes(b, extract.WithURL("https://blog.example/2013/06/hello"))
//	if err != nil {
//		return err
//	}
//	fmt.Println(p.Title)
//	for depth, c := range p.Comments.All() {
//		fmt.Println(strings.Repeat("  ", depth), c.Text)
//	}
//
// Nothing is fetched and no script is run. All functions are safe for concurrent use.
package extract
