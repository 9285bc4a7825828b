package address

import (
	"net/url"
	"strings"
)

// Parameters that say who follows a link, or from where, but not where it leads. They are those that browsers and
// privacy lists take off: Firefox's query parameter stripping, Brave's list and ClearURLs' global rules, as far as
// they are sure to change nothing.
var trackers = map[string]bool{
	"fbclid": true, "gclid": true, "gclsrc": true, "dclid": true, "gbraid": true, "wbraid": true, "msclkid": true, "yclid": true,
	"twclid": true, "ttclid": true, "igshid": true, "igsh": true, "li_fat_id": true, "mc_cid": true, "mc_eid": true, "mkt_tok": true,
	"oly_anon_id": true, "oly_enc_id": true, "vero_id": true, "vero_conv": true, "_openstat": true, "wickedid": true, "_ga": true,
	"_gl": true, "_hsenc": true, "_hsmi": true, "__hssc": true, "__hstc": true, "__hsfp": true, "hsctatracking": true, "s_cid": true,
	"rb_clickid": true, "ml_subscriber": true, "ml_subscriber_hash": true, "cmpid": true, "xtor": true, "at_medium": true, "at_campaign": true,
}

// Prefixes of families of trackers: Google Analytics, Matomo, Adobe, HubSpot.
var trackerFamilies = []string{"utm_", "mtm_", "matomo_", "pk_", "piwik_", "hsa_", "itm_"}

// sessions are parameters with the number of a visit; a page that is asked for without one makes a new one.
var sessions = map[string]bool{
	"phpsessid": true, "jsessionid": true, "sessionid": true, "session_id": true, "sessid": true, "cfid": true, "cftoken": true, "zenid": true,
	"oscsid": true, "aspsessionid": true,
}

// actions are parameters of links that do something with the page they stand on: WordPress' links for answering a
// comment and sharing an article.
var actions = map[string]bool{"replytocom": true, "share": true, "nb": true, "like_comment": true, "_wpnonce": true, "unapproved": true, "moderation-hash": true}

// kept is a query without the parameters that do not tell pages apart. The others keep their order and their writing.
func kept(query string) string {
	if query == "" {
		return ""
	}
	parameters := strings.Split(query, "&")
	all := parameters[:0]
	for _, p := range parameters {
		name, value, _ := strings.Cut(p, "=")
		if p != "" && !drops(name, value) {
			all = append(all, p)
		}
	}
	return strings.Join(all, "&")
}

// drops tells whether a parameter says nothing about the page.
func drops(name, value string) bool {
	if decoded, err := url.QueryUnescape(name); err == nil {
		name = decoded
	}
	name = strings.ToLower(name)
	if trackers[name] || sessions[name] || actions[name] || strings.HasPrefix(name, "aspsessionid") {
		return true
	}
	for _, family := range trackerFamilies {
		if strings.HasPrefix(name, family) {
			return true
		}
	}
	return (name == "sid" || name == "s") && isHash(value)
}

// isHash tells whether a value is a long hexadecimal number, as the sessions of forums are ("s" is also a search).
func isHash(value string) bool {
	return len(value) >= 26 && strings.Trim(strings.ToLower(value), "0123456789abcdef") == ""
}

// withoutSession takes ";jsessionid=..." off the segments of a path (Java servlets, RFC 3986 section 3.3).
func withoutSession(path string) string {
	start := strings.Index(strings.ToLower(path), ";jsessionid=")
	if start < 0 {
		return path
	}
	end := len(path)
	if slash := strings.IndexByte(path[start:], '/'); slash >= 0 {
		end = start + slash
	}
	return path[:start] + path[end:]
}
