package thread

import (
	"cmp"
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// discussionURL is where the conversation of the page can be read if it stands elsewhere: the address from which a
// program on the page shows it (embeds.go), else what the page's structured data give (schema.org, discussionUrl). It is
// "" if there is none, and for a topic, which is its own conversation.
func (f *finder) discussionURL(topic bool) string {
	embeds := f.embeds()
	if len(embeds) > 0 {
		f.ownAddress = f.pageAddress()
	}
	for _, e := range embeds {
		if address := f.elsewhere(e.program.address(f, e.node)); address != "" {
			f.ctx.Log.Add("thread", e.program.name, address, "shows the conversation on this page")
			return address
		}
	}
	if topic {
		return ""
	}
	return f.discussionInData()
}

// maxEmbeds is how many places of conversations are looked at: a page has one, or the same one again.
const maxEmbeds = 8

// embeds are the elements and scripts that show a conversation.
func (f *finder) embeds() []embedding {
	found := f.marks.embeds
	for _, n := range f.x.Scripts {
		if p := programOfScript(f.x.Attr(n, "src")); p != nil && len(found) < 2*maxEmbeds {
			found = append(found, embedding{n, p})
		}
	}
	return found
}

// discussionInData is the discussionUrl of structured data. A page that gives several says nothing of its own.
func (f *finder) discussionInData() string {
	if f.ctx.Data == nil {
		return ""
	}
	found, known := "", f.ownAddress != ""
	for _, t := range f.ctx.Data.Things {
		stated := t.URL("discussionUrl")
		if stated == "" {
			continue
		}
		if !known {
			f.ownAddress, known = f.pageAddress(), true
		}
		address := f.elsewhere(stated)
		if found != "" && address != "" && address != found {
			return ""
		}
		found = cmp.Or(address, found)
	}
	if found != "" {
		f.ctx.Log.Add("thread", "discussionUrl", found, "structured data say so")
	}
	return found
}

// maxDiscussion is how long the address of a conversation is at most, in bytes: what browsers and servers take.
const maxDiscussion = 4096

// elsewhere makes an address absolute. It is "" for what is no web address, or that of the page itself.
func (f *finder) elsewhere(address string) string {
	if address = f.webAddress(address); beforeFragment(address) == beforeFragment(f.ownAddress) {
		return ""
	}
	return address
}

func beforeFragment(address string) string {
	address, _, _ = strings.Cut(address, "#")
	return address
}

// webAddress makes an address absolute, "" for what is no address on the web.
func (f *finder) webAddress(address string) string {
	address = strings.TrimSpace(address)
	if address == "" || len(address) > maxDiscussion {
		return ""
	}
	u, err := url.Parse(address)
	if err == nil && f.ctx.Base != nil {
		u = f.ctx.Base.ResolveReference(u)
	}
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil {
		return ""
	}
	return u.String()
}

// pageAddress is the page's own address: the canonical one that it states, else what it was given with. It is "" if
// neither is known.
func (f *finder) pageAddress() string {
	for _, m := range f.x.Metas {
		if f.x.Is(m, atom.Link) && strings.EqualFold(f.x.Attr(m, "rel"), "canonical") {
			if address := f.webAddress(f.x.Attr(m, "href")); address != "" {
				return address
			}
		}
	}
	if f.ctx.Base == nil {
		return ""
	}
	return f.ctx.Base.String()
}

// pageAt is the address of the page that a conversation is about: the one that its settings give, else the page's own.
func (f *finder) pageAt(address string) string { return cmp.Or(f.webAddress(address), f.ownAddress) }

// embedding is an element in which a program shows a conversation.
type embedding struct {
	node    dom.ID
	program *program
}

// embed notes the element n if a program shows a conversation in it.
func (r *markReader) embed(n dom.ID, node *dom.Node) {
	if p := r.programAt(n, node); p != nil && len(r.embeds) < maxEmbeds {
		r.embeds = append(r.embeds, embedding{n, p})
	}
}

// programAt is the program that shows a conversation in the element n, nil if none does.
func (r *markReader) programAt(n dom.ID, node *dom.Node) *program {
	switch node.Tag {
	case atom.Iframe:
		return programOfFrame(r.x.Attr(n, "src"))
	case atom.A:
		if node.Names&dom.NameThread != 0 && r.x.HasClass(n, "wpdc-discourse-topic-link") {
			return &discourseLink
		}
	case atom.Div, atom.Section, atom.Span:
		if node.Flags&dom.HasID != 0 {
			return programByID(r.x.Attr(n, "id"))
		}
		if node.Names&dom.NameComment != 0 && r.x.HasClass(n, "fb-comments") {
			return &facebook
		}
	case 0:
		if node.HTML.Type == html.ElementNode {
			return programByTag(node.HTML.Data)
		}
	}
	return nil
}
