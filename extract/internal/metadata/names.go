package metadata

import (
	"strings"
	"unicode"
)

// persons reads the names of people out of a byline or a meta tag. What stands before and after the names (by, roles,
// dates, addresses) is left out, and so is what is no person: the site, its staff, an account called admin.
//
// strict is for text that may be anything: names must then look like names.
func (r *reader) persons(s string, strict bool) (names []string) {
	s = collapse(s)
	if len(s) > 300 || strings.Contains(s, "://") {
		return nil
	}
	s = withoutTail(withoutLead(s))
	for i, part := range splitNames(s) {
		part = withoutRepeat(trimName(part))
		switch {
		case i > 0 && isAcronym(part) && len(names) > 0 && strings.Contains(names[0], " "): // "Jane Doe, BBC"
		case r.isPerson(part, strict):
			names = append(names, part)
		case strict && i == 0:
			return nil
		}
	}
	return names
}

// isAcronym tells a word of two to five capitals: after a name it is a degree or those for whom the person writes.
func isAcronym(s string) bool {
	return len(s) >= 2 && len(s) <= 5 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-") == ""
}

// withoutRepeat is the first half of a text that says the same twice.
func withoutRepeat(s string) string {
	if n := len(s) / 2; len(s)%2 == 1 && s[n] == ' ' && s[:n] == s[n+1:] {
		return s[:n]
	}
	return s
}

// leads are what stands before the name of an author.
var leads = newPrefixes(
	"written by", "this post was written by", "this article was written by", "articles by", "posted by", "published by", "article by", "story by", "words by", "text by", "reported by", "created by",
	"contributed by", "authored by", "submitted by", "a post by", "post by", "guest post by", "written and photographed by", "about the author",
	"by:", "by", "words:", "contributors:", "contributor:", "authors:", "author:", "authors", "author", "from",
	"ein beitrag von", "ein artikel von", "pressemitteilung von", "erstellt von", "geschrieben von", "veröffentlicht von", "verfasst von",
	"von:", "von", "autor:", "autorin:", "autoren:", "autor", "autorin", "text:",
	"écrit par", "publié par", "rédigé par", "posté par", "par:", "par", "auteur :", "auteur:",
	"escrito por", "publicado por", "por:", "por", "texto:", "scritto da", "pubblicato da", "di:", "di", "autore:", "a cura di",
	"geschreven door", "door:", "door", "skrevet av", "skrevet af", "skriven av", "av:", "av", "af", "kirjoittanut",
	"przez", "napisał", "napisała", "autor tekstu:", "tekst:", "автор:", "автор", "от", "yazan:", "yazar:",
	"作者:", "作者：", "作者", "文:", "文：", "文/", "文／", "撰文:", "撰文：", "记者:", "记者：", "著者:", "著者：", "執筆:", "執筆：", "筆者:", "筆者：", "投稿者:", "投稿者：", "글:",
)

// leadLength is the length of the lead that s begins with, 0 without one or when there is nothing after it.
func leadLength(s string) int {
	if n := leads.length(s); n < len(s) {
		return n
	}
	return 0
}

// withoutLead cuts off what stands before the name of an author, once or twice ("Author: By Jane Doe").
func withoutLead(s string) string {
	for range 2 {
		if n := leadLength(s); n > 0 {
			s = strings.TrimLeft(s[n:], " :-–—|\u00a0")
		}
	}
	return s
}

// tails are what may follow the name of an author in the same text.
var tails = []string{
	" | ", " • ", " · ", " – ", " — ", " - ", "|", "•", "·", "/", "(", "[", "<", " @", "…",
	" on ", " in ", " at ", " for ", " via ", " am ", " um ", " vom ", " le ", " el ", " il ", " em ", " op ", " dnia ", " den ", "\u3000", " 发布", " 发表", " 来源", " 时间", " 日期", " 公開", " 更新",
	" says", " wrote", " posted", " published", " and published", " updated", " last updated", " reviewed by", " medically reviewed",
	" fact checked", " edited by", " photos by", " photo by", " illustrated by", " photography by", " with photos",
	" photos:", " photo:", " photography:", " pictures:", " illustrations:", " fotos:", " foto:", " bilder:", " bild:", " photos :", " fotografie:",
	" share", " follow", " view all", " read more", " more by", " minute", " min read", " comments", " leave a", " email",
	" filed under", " posted in", " categories", " contributor", " staff writer", " senior", " is a ", " was ", " ist ",
	" veröffentlicht", " publié", " publicado",
}

// withoutTail cuts a text where a date, a role or another matter begins.
func withoutTail(s string) string {
	low := strings.ToLower(s)
	if len(low) != len(s) {
		low = s
	}
	end := len(s)
	for _, tail := range tails {
		if i := strings.Index(low, tail); i > 0 && i < end {
			end = i
		}
	}
	dated := strings.IndexFunc(s[:end], unicode.IsDigit)
	if dated > 0 && (s[dated-1] == ' ' || s[dated-1] == ',') {
		end = dated
	}
	fields := strings.Fields(s[:end])
	for len(fields) > 1 {
		last := strings.Trim(strings.ToLower(fields[len(fields)-1]), ".,:;")
		if !dateLabels[last] && (end != dated || !calendar[last]) { // Theresa May; Jane Doe May 4
			break
		}
		fields = fields[:len(fields)-1]
	}
	return strings.Trim(strings.Join(fields, " "), " ,;:-–—|")
}

// calendar are the words of a date that may follow a name directly, or stand in its place.
var calendar = words("january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec " +
	"monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun januar februar märz mai juni juli oktober dezember")

// dateLabels are the words around a date.
var dateLabels = words("date published updated posted on in at the today yesterday last")

// words is a set of the words of s.
func words(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}

// connectors stand between two names; those of mayLink also within one ("José Ortega y Gasset").
var (
	connectors = words("and & und et og och и with mit")
	mayLink    = words("y e en i")
)

// splitNames parts a list of names: "A, B and C", "A & B", "A; B". "Smith, John" is one name.
func splitNames(s string) (names []string) {
	add := func(words []string) {
		pieces := strings.Split(strings.Join(words, " "), ",")
		if len(pieces) == 2 && isSurnameFirst(pieces[0], pieces[1]) {
			names = append(names, strings.TrimSpace(pieces[1])+" "+strings.TrimSpace(pieces[0]))
			return
		}
		for _, piece := range pieces {
			if piece = strings.TrimSpace(piece); piece != "" {
				names = append(names, piece)
			}
		}
	}
	for part := range strings.FieldsFuncSeq(s, func(c rune) bool { return c == ';' || c == '、' || c == '；' }) {
		fields, from := strings.Fields(part), 0
		for i, w := range fields {
			w = strings.ToLower(w)
			if connectors[w] || mayLink[w] && i+2 < len(fields) && !mayLink[fields[i+2]] {
				add(fields[from:i])
				from = i + 1
			}
		}
		add(fields[from:])
	}
	return names
}

// isSurnameFirst tells "Smith, John" and "Smith, John A." from two names and from a name with a role or title.
func isSurnameFirst(a, b string) bool {
	a, b = strings.TrimSpace(a), strings.TrimSpace(b)
	if a == "" || b == "" || strings.ContainsRune(a, ' ') || isRole(b) || isRole(a) {
		return false
	}
	fields := strings.Fields(b)
	return len(fields) == 1 || len(fields) == 2 && len(strings.Trim(fields[1], ".")) == 1
}

// trimName takes off what clings to a name: punctuation, titles of address are kept.
func trimName(s string) string {
	s = strings.Trim(s, " .,;:-–—|\"'“”*•·\u00a0")
	for _, suffix := range []string{"'s Avatar", "’s Avatar", " Avatar", " Photo", "'s picture"} {
		s = strings.TrimSuffix(s, suffix)
	}
	s = strings.TrimPrefix(s, "Photo of ")
	return strings.TrimSpace(withoutLead(s))
}
