package dom

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
