package outline

import (
	"net/url"
	"strings"
)

// redirects are the pages by which sites send readers on to the address in a parameter, to count or to warn them. Google
// Docs writes every link so.
var redirects = []struct{ page, parameter string }{
	{"https://www.google.com/url?", "q"}, {"https://www.google.com/url?", "url"}, {"http://www.google.com/url?", "q"},
	{"https://l.facebook.com/l.php?", "u"}, {"https://lm.facebook.com/l.php?", "u"}, {"https://l.instagram.com/?", "u"},
	{"https://www.youtube.com/redirect?", "q"}, {"https://t.umblr.com/redirect?", "z"}, {"https://vk.com/away.php?", "to"},
	{"https://steamcommunity.com/linkfilter/?", "u"}, {"https://steamcommunity.com/linkfilter/?", "url"}, {"https://slack-redir.net/link?", "url"},
	{"https://www.linkedin.com/redir/redirect?", "url"},
}

// longestRedirect is how many bytes the pages of redirects have at most.
const longestRedirect = 48

// destination is the address to which a link leads its reader in the end: that in the parameter of a redirect, else the
// address itself.
func destination(href string) string {
	if len(href) < len("https://") || href[0] != 'h' || !strings.Contains(href[:min(len(href), longestRedirect)], "?") {
		return href
	}
	for i := range redirects {
		query, ok := strings.CutPrefix(href, redirects[i].page)
		if !ok {
			continue
		}
		query, _, _ = strings.Cut(query, "#")
		values, err := url.ParseQuery(query)
		if to := values.Get(redirects[i].parameter); err == nil && (strings.HasPrefix(to, "https://") || strings.HasPrefix(to, "http://")) {
			return to
		}
	}
	return href
}
