package thread

import "strings"

// isProfile tells whether a link leads to the page of a person: by a segment of its path or a parameter.
func isProfile(href string) bool {
	return namesPerson(href) && !containsAny(href, "register", "login", "signup")
}

func namesPerson(href string) bool {
	if _, rest, ok := strings.Cut(href, "://"); ok {
		href = rest
	}
	for {
		i := 0
		for i < len(href) && !isSeparator(href[i]) {
			i++
		}
		if i == len(href) {
			return false
		}
		segment, more := href[:i], len(href) > i+1
		switch segment {
		case "user", "users", "member", "members", "profile", "profiles", "Profile", "people", "u", "author", "authors",
			"in", "userinfo", "channel",
			"member.php", "memberlist.php", "profile.php", "user.php":
			if more {
				return true
			}
		}
		href = href[i+1:]
		if href != "" && (href[0] == '~' || href[0] == '@') || strings.HasPrefix(href, "user-") || strings.HasPrefix(href, "profile;") {
			return len(href) > 1
		}
	}
}

// isSeparator tells the bytes that part the segments of a path and the parameters of a query.
func isSeparator(c byte) bool { return c == '/' || c == '?' || c == '&' || c == ';' || c == '=' }

// isAnswerForm tells whether a link leads to a form to answer in: of WordPress, phpBB, vBulletin.
func isAnswerForm(href string) bool {
	return strings.Contains(href, "newreply") ||
		strings.IndexByte(href, '=') >= 0 && containsAny(href, "replytocom=", "mode=reply", "mode=quote")
}

// isPermalink tells whether a link leads to one comment: to a fragment that ends in a number or is one in base 16, or
// to an address that names a comment or a post with its number.
func isPermalink(href string) bool {
	if i := strings.LastIndexByte(href, '#'); i >= 0 {
		f := href[i+1:]
		return len(f) > 1 && (f[len(f)-1] >= '0' && f[len(f)-1] <= '9' || len(f) >= minHex && isHex(f))
	}
	if !hasDigit(href) { // as most do not
		return false
	}
	if numbers(href, "/comment", "/a/", "permalink", ".msg") ||
		strings.Contains(href, "/post") && numbers(href, "/post/", "/post-", "/posts/") ||
		strings.IndexByte(href, '=') >= 0 && numbers(href, "showComment=", "postcount=", "?p=", "&p=", "pid=", "item?id=", "cid=", "?msg=") {
		return true
	}
	_, id, ok := strings.Cut(href, "/c/") // /c/k1aaaa, but not /c/7 and /c/news/7, which are categories
	return ok && hasDigit(id) && !isNumber(id) && !strings.Contains(id, "/")
}

// numbers tells whether a number follows one of these in an address.
func numbers(href string, names ...string) bool {
	for _, name := range names {
		if i := strings.Index(href, name); i >= 0 && hasDigit(href[i:]) {
			return true
		}
	}
	return false
}

// minHex is how long a fragment in base 16 is at least.
const minHex = 12

func isHex(s string) bool { return hasDigit(s) && strings.Trim(s, "0123456789abcdef") == "" }

// address resolves a link against the page's address.
func (f *finder) address(href string) string {
	href = strings.TrimSpace(href)
	if f.ctx.Base == nil || href == "" {
		return href
	}
	u, err := f.ctx.Base.Parse(href)
	if err != nil {
		return href
	}
	return u.String()
}
