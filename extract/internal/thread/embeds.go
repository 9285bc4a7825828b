package thread

import (
	"cmp"
	"net/url"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// program shows, within a page, a conversation that stands elsewhere. Its address is that of the frame which it puts into
// the page, as its own script makes it, or of the place where the conversation was begun. What has no address that a
// browser can open (Hyvor Talk, Commento, Isso, OpenWeb draw what an interface of theirs returns) is not here.
type program struct {
	name string
	// address reads the address from the element or script n and from the settings in the page's scripts; it is "" if
	// these do not say enough.
	address func(f *finder, n dom.ID) string
}

var (
	disqus        = program{"Disqus", (*finder).disqusAddress}
	facebook      = program{"Facebook", (*finder).facebookAddress}
	discourse     = program{"Discourse", (*finder).discourseAddress}
	discourseLink = program{"Discourse", func(f *finder, n dom.ID) string { return f.x.Attr(n, "href") }}
	coral         = program{"Coral", (*finder).coralAddress}
	remark42      = program{"Remark42", (*finder).remark42Address}
	giscus        = program{"giscus", (*finder).giscusAddress}
	utterances    = program{"utterances", (*finder).utterancesAddress}
	mastodon      = program{"Mastodon", (*finder).mastodonAddress}
	frame         = program{"frame", func(f *finder, n dom.ID) string { return f.x.Attr(n, "src") }}
)

// programByID gives the program that fills the element with an id.
func programByID(id string) *program {
	switch id {
	case "disqus_thread":
		return &disqus
	case "discourse-comments":
		return &discourse
	case "coral_thread", "coral_talk_stream":
		return &coral
	case "remark42":
		return &remark42
	}
	return nil
}

// programByTag gives the program that an element of its own is for.
func programByTag(tag string) *program {
	switch tag {
	case "fb:comments":
		return &facebook
	case "mastodon-comments":
		return &mastodon
	}
	return nil
}

// programOfScript gives the program that the script with an address is, where it needs no element to fill.
func programOfScript(src string) *program {
	switch {
	case strings.HasPrefix(src, "https://giscus.app/client.js"):
		return &giscus
	case strings.HasPrefix(src, "https://utteranc.es/client.js"):
		return &utterances
	}
	return nil
}

// programOfFrame tells the frames that such programs have put into a page that was saved after they ran.
func programOfFrame(src string) *program {
	_, rest, _ := strings.Cut(src, "//")
	host, path, _ := strings.Cut(rest, "/")
	switch {
	case host == "disqus.com" && strings.HasPrefix(path, "embed/comments/"),
		host == "www.facebook.com" && strings.HasSuffix(beforeQuery(path), "plugins/feedback.php"),
		host == "www.facebook.com" && strings.HasSuffix(beforeQuery(path), "plugins/comments.php"),
		host == "giscus.app" && strings.HasSuffix(beforeQuery(path), "widget"),
		host == "utteranc.es" && strings.HasPrefix(path, "utterances.html"),
		strings.HasPrefix(path, "embed/comments?") && strings.Contains(path, "embed_url="): // Discourse
		return &frame
	}
	return nil
}

func beforeQuery(path string) string {
	path, _, _ = strings.Cut(path, "?")
	return path
}

// disqusAddress is made of the forum's shortname with the identifier or the address of the thread.
func (f *finder) disqusAddress(dom.ID) string {
	forum := f.disqusForum()
	if !isPlainName(forum) {
		return ""
	}
	id := f.setting("disqus", "disqus_identifier", "page.identifier", "disqusIdentifier")
	page := f.webAddress(f.setting("disqus", "disqus_url", "page.url", "disqusUrl"))
	if id == "" {
		page = cmp.Or(page, f.ownAddress)
	}
	if id+page == "" {
		return ""
	}
	return "https://disqus.com/embed/comments/?base=default&" + query("f", forum, "t_i", id, "t_u", page)
}

// disqusForum is the forum's shortname: it stands in the address of the program's script, or a variable has it.
func (f *finder) disqusForum() string {
	name := ""
	for _, n := range f.x.Scripts {
		for _, text := range [...]string{f.x.Attr(n, "src"), f.settingsIn(n)} {
			if before, _, ok := strings.Cut(text, ".disqus.com/embed.js"); ok {
				name = cmp.Or(name, before[strings.LastIndexAny(before, "/\"' ")+1:])
			} else if _, after, ok := strings.Cut(text, "disqus.com/forums/"); ok {
				forum, _, _ := strings.Cut(after, "/")
				name = cmp.Or(name, forum)
			}
		}
	}
	return cmp.Or(name, f.setting("disqus", "disqus_shortname", "disqusShortname"))
}

// facebookAddress is that of the plugin for the page that is commented on.
func (f *finder) facebookAddress(n dom.ID) string {
	page := f.pageAt(cmp.Or(f.x.Attr(n, "data-href"), f.x.Attr(n, "href")))
	if page == "" {
		return ""
	}
	return "https://www.facebook.com/plugins/feedback.php?" + query("href", page)
}

// discourseAddress is that of the topic's embedded view, by the topic's number or the address of the page.
func (f *finder) discourseAddress(dom.ID) string {
	forum := f.webAddress(f.setting("", "discourseUrl"))
	if forum == "" {
		return ""
	}
	address := strings.TrimRight(forum, "/") + "/embed/comments?"
	if topic := f.setting("DiscourseEmbed", "topicId"); topic != "" {
		return address + query("topic_id", topic)
	}
	page := f.pageAt(f.setting("", "discourseEmbedUrl"))
	if page == "" {
		return ""
	}
	return address + query("embed_url", page)
}

// coralAddress is that of the stream of a story (Coral 5 and later).
func (f *finder) coralAddress(dom.ID) string {
	const call = "createStreamEmbed"
	root := f.webAddress(f.setting(call, "rootURL"))
	if root == "" {
		return ""
	}
	id, page := f.setting(call, "storyID"), f.pageAt(f.setting(call, "storyURL"))
	if id+page == "" {
		return ""
	}
	return strings.TrimRight(root, "/") + "/embed/stream?" + query("storyID", id, "storyURL", page)
}

// remark42Address is that of the frame for a page of a site.
func (f *finder) remark42Address(dom.ID) string {
	const config = "remark_config"
	host, site := f.webAddress(f.setting(config, "host")), f.setting(config, "site_id")
	page := f.pageAt(f.setting(config, "url"))
	if host == "" || page == "" {
		return ""
	}
	return strings.TrimRight(host, "/") + "/web/iframe.html?" + query("site_id", site, "url", page)
}

// giscusAddress is that of the discussion on GitHub where its number is given, else of the frame that looks for it.
func (f *finder) giscusAddress(n dom.ID) string {
	repository, mapping, term := f.x.Attr(n, "data-repo"), f.x.Attr(n, "data-mapping"), f.x.Attr(n, "data-term")
	if !isRepository(repository) {
		return ""
	}
	if mapping == "number" {
		return gitHubAddress(repository, "discussions", term)
	}
	if mapping != "specific" {
		term = f.termOf(cmp.Or(mapping, "pathname"))
	}
	if term == "" {
		return ""
	}
	return "https://giscus.app/widget?" + query("origin", f.ownAddress, "repo", repository, "repoId", f.x.Attr(n, "data-repo-id"),
		"category", f.x.Attr(n, "data-category"), "categoryId", f.x.Attr(n, "data-category-id"), "term", term)
}

// utterancesAddress is that of the issue on GitHub where its number is given, else of the frame that looks for it.
func (f *finder) utterancesAddress(n dom.ID) string {
	repository, term := f.x.Attr(n, "repo"), f.x.Attr(n, "issue-term")
	if !isRepository(repository) {
		return ""
	}
	if number := f.x.Attr(n, "issue-number"); number != "" {
		return gitHubAddress(repository, "issues", number)
	}
	switch term {
	case "pathname", "url", "title", "og:title":
		term = f.termOf(term)
	}
	if term == "" {
		return ""
	}
	return "https://utteranc.es/utterances.html?" + query("origin", f.ownAddress, "repo", repository, "issue-term", term)
}

// termOf is the title of the discussion or issue for this page: giscus and utterances make it in the same way.
func (f *finder) termOf(mapping string) string {
	switch mapping {
	case "url":
		return f.ownAddress
	case "pathname":
		u, err := url.Parse(f.ownAddress)
		if err != nil || u.Host == "" {
			return ""
		}
		path := strings.TrimPrefix(u.EscapedPath(), "/")
		if i := strings.LastIndexByte(path, '.'); i >= 0 && i+1 < len(path) && strings.Trim(path[i+1:], wordCharacters) == "" {
			path = path[:i]
		}
		if path == "" {
			return "index"
		}
		return path
	case "title", "og:title":
		return f.titleTerm(mapping)
	}
	return ""
}

// titleTerm is the text of the title element, or the content of og:title.
func (f *finder) titleTerm(mapping string) string {
	for _, m := range f.x.Metas {
		switch title := f.x.Node(m).HTML.FirstChild; {
		case mapping == "title" && f.x.Is(m, atom.Title) && title != nil:
			return strings.Join(strings.Fields(title.Data), " ")
		case mapping == "og:title" && f.x.Attr(m, "property") == mapping:
			return f.x.Attr(m, "content")
		}
	}
	return ""
}

// mastodonAddress is that of the post whose answers are shown.
func (f *finder) mastodonAddress(n dom.ID) string {
	host, user, id := f.x.Attr(n, "host"), f.x.Attr(n, "user"), cmp.Or(f.x.Attr(n, "tootid"), f.x.Attr(n, "toot-id"))
	if !isDigits(id) || strings.Trim(host, "abcdefghijklmnopqrstuvwxyz0123456789.-:") != "" || !isPlainName(user) {
		return ""
	}
	return "https://" + host + "/@" + user + "/" + id
}

// gitHubAddress is that of an issue or a discussion.
func gitHubAddress(repository, sort, number string) string {
	if !isDigits(number) {
		return ""
	}
	return "https://github.com/" + repository + "/" + sort + "/" + number
}

// isRepository tells OWNER/NAME.
func isRepository(s string) bool {
	owner, name, _ := strings.Cut(s, "/")
	return isPlainName(owner) && isPlainName(name)
}
