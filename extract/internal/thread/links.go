package thread

import "strings"

// profiles are the path segments and parameters after which an address names a person.
var profiles = [...]string{
	"/user/", "/users/", "/member/", "/members/", "/profile/", "/profiles/", "/people/", "/u/", "/~", "/@",
	"/author/", "member.php", "memberlist.php", "profile.php", "action=profile", "user?id=", "/in/", "userinfo", "/p/profile",
	"/Profile/", "/channel/", "user-", "/forums/user",
}

// isProfile tells whether a link leads to the page of a person.
func isProfile(href string) bool {
	if len(href) < 3 {
		return false
	}
	for _, p := range profiles {
		if strings.Contains(href, p) {
			return true
		}
	}
	return false
}

// isPermalink tells whether a link leads to one comment: to a fragment that ends in a number, or to an address that
// names a comment or a post with its number.
func isPermalink(href string) bool {
	if i := strings.LastIndexByte(href, '#'); i >= 0 {
		f := href[i+1:]
		return len(f) > 1 && f[len(f)-1] >= '0' && f[len(f)-1] <= '9'
	}
	for _, p := range [...]string{"/comment", "showComment=", "/post/", "/posts/", "postcount=", "?p=", "&p=", "pid=", "/c/", "item?id=", "permalink"} {
		if i := strings.Index(href, p); i >= 0 && hasDigit(href[i:]) {
			return true
		}
	}
	return false
}

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
