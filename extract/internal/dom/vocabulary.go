package dom

import "strings"

// Vocabulary is a set of things that class and id attributes name. Every later room asks it instead of matching
// names itself, so a name is read once.
type Vocabulary uint64

const (
	NameArticle    Vocabulary = 1 << iota // article, post, entry, story
	NameContent                           // content, body, text, main, prose
	NameComment                           // comment, reply, response, discussion
	NameReply                             // reply, respond, answer
	NameThread                            // thread, topic, conversation, forum
	NameMessage                           // message, post in a forum
	NameAnswer                            // answer, solution
	NameAuthor                            // author, byline, user, vcard, poster
	NameUser                              // user, member, profile
	NameDate                              // date, time, published, posted
	NameAvatar                            // avatar, gravatar, userpic
	NameTitle                             // title, headline, heading
	NameSubtitle                          // subtitle, standfirst, dek, deck, kicker
	NameSummary                           // summary, excerpt, abstract, tldr, lead
	NameMeta                              // meta, info, details of a post
	NameNav                               // nav, menu, breadcrumb
	NameBreadcrumb                        // breadcrumb
	NameHeader                            // header, masthead, top
	NameFooter                            // footer, bottom, colophon
	NameSidebar                           // sidebar, aside, rail
	NameWidget                            // widget, module
	NameRelated                           // related, recommended, more, also
	NamePopular                           // popular, trending, latest, recent
	NameAd                                // ad, advert, sponsor, promo
	NameShare                             // share, social, follow
	NameNewsletter                        // newsletter, subscribe, signup
	NameConsent                           // cookie, consent, gdpr
	NamePopup                             // modal, popup, overlay, dialog, lightbox
	NameHidden                            // hidden, invisible, sr-only, collapsed
	NameForm                              // form, input, login, search
	NameButton                            // button, btn, cta
	NameTag                               // tag, category, label, topic
	NamePager                             // pagination, pager, next, previous
	NameCaption                           // caption, credit
	NameGallery                           // gallery, carousel, slider
	NameTab                               // tab, panel, accordion, collapse
	NameCard                              // card, teaser, tile, item
	NameList                              // list, grid, archive, feed, results
	NameItem                              // item, row, entry of a list
	NameProduct                           // product, price, cart, shop
	NameRating                            // rating, stars, review
	NameVote                              // vote, score, like, karma, points
	NameQuote                             // quote, blockquote, cite
	NameSignature                         // signature
	NameCode                              // code, highlight, syntax
	NameContents                          // toc, contents
	NameFootnote                          // footnote, endnote, reference
	NameChildren                          // children, replies, nested, child
	NameDepth                             // depth, level, indent
	NameBio                               // bio, about
	NameCopyright                         // copyright, legal, license
	NameBanner                            // banner, hero, jumbotron
	NameTool                              // toolbar, tools, actions, controls
	NameEdit                              // edit, edited, modified
	NameAlert                             // alert, notice, warning, callout
	NameMedia                             // media, image, video, figure
	NameCount                             // count, number, total
	NamePing                              // pingback, trackback
	NamePermalink                         // permalink, bookmark
	NameSkip                              // skip
	NamePrint                             // print
)

// hiding are the classes that take an element off the screen in the style sheets in common use.
var hiding = map[string]bool{
	"hidden": true, "hide": true, "d-none": true, "is-hidden": true, "invisible": true, "visually-hidden": true,
	"visuallyhidden": true, "sr-only": true, "screen-reader-text": true, "screen-reader-only": true,
	"element-invisible": true, "u-hidden": true, "uk-hidden": true, "display-none": true, "is-visually-hidden": true,
	"u-visually-hidden": true, "a11y-hidden": true, "srOnly": true, "screenreader": true, "screen-reader": true,
}

// hidingClass tells whether a class attribute hides its element. A class that shows it again on wide screens
// ("hidden md:block") speaks against it.
func hidingClass(attr string) bool {
	hides := false
	for token := range fields(attr) {
		if hiding[token] {
			hides = true
		}
		if _, display, ok := strings.Cut(token, ":"); ok && display != "hidden" {
			switch display {
			case "block", "flex", "grid", "inline", "inline-block", "inline-flex", "table", "contents":
				return false
			}
		}
		if strings.HasPrefix(token, "d-") && token != "d-none" && strings.Count(token, "-") > 1 { // d-md-block
			return false
		}
	}
	return hides
}

// hidingStyle tells whether a style attribute takes its element off the screen.
func hidingStyle(style string) bool {
	for style != "" {
		var declaration string
		declaration, style, _ = strings.Cut(style, ";")
		property, value, _ := strings.Cut(declaration, ":")
		value = strings.TrimSpace(value)
		switch strings.TrimSpace(property) {
		case "display":
			if strings.HasPrefix(value, "none") {
				return true
			}
		case "visibility":
			if strings.HasPrefix(value, "hidden") {
				return true
			}
		}
	}
	return false
}

// fields yields the tokens of a class attribute.
func fields(attr string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		start := -1
		for i := 0; i <= len(attr); i++ {
			if i < len(attr) && attr[i] > ' ' {
				if start < 0 {
					start = i
				}
				continue
			}
			if start >= 0 && !yield(attr[start:i]) {
				return
			}
			start = -1
		}
	}
}

func hasToken(attr, token string) bool {
	for t := range fields(attr) {
		if t == token {
			return true
		}
	}
	return false
}

// vocabularyOf reads the words of a class or id attribute: parted by anything but letters and by a change from
// lower to upper case.
func vocabularyOf(attr string) (v Vocabulary) {
	var buf [20]byte // no word of the table is longer
	n := 0
	for i := 0; i <= len(attr); i++ {
		var c byte
		if i < len(attr) {
			c = attr[i]
		}
		upper := c >= 'A' && c <= 'Z'
		letter := upper || c >= 'a' && c <= 'z'
		if n > 0 && (!letter || upper && attr[i-1] >= 'a' && attr[i-1] <= 'z') {
			if n < len(buf) {
				v |= names[string(buf[:n])]
			}
			n = 0
		}
		if letter {
			if n < len(buf) {
				buf[n] = c | 0x20
			}
			n = min(n+1, len(buf))
		}
	}
	return v
}
