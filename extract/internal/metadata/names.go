package metadata

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
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
		case r.isPerson(part, strict):
			names = append(names, part)
		case strict && i == 0:
			return nil
		}
	}
	return names
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
	"written by", "posted by", "published by", "article by", "story by", "words by", "text by", "reported by", "reviewed by", "created by",
	"contributed by", "authored by", "submitted by", "a post by", "post by", "guest post by", "written and photographed by", "about the author",
	"by:", "by", "contributors:", "contributor:", "authors:", "author:", "authors", "author", "from",
	"ein beitrag von", "erstellt von", "pressemitteilung von", "ein artikel von", "geschrieben von", "veröffentlicht von", "verfasst von", "von:", "von", "autor:", "autorin:", "autoren:",
	"autor", "autorin", "text:",
	"écrit par", "publié par", "rédigé par", "posté par", "par:", "par", "auteur :", "auteur:",
	"escrito por", "publicado por", "por:", "por", "texto:", "scritto da", "pubblicato da", "di:", "di", "autore:", "a cura di",
	"geschreven door", "door:", "door", "skrevet av", "skrevet af", "skriven av", "av:", "av", "af", "kirjoittanut",
	"przez", "napisał", "napisała", "autor tekstu:", "tekst:", "автор:", "автор", "от", "yazan:", "yazar:",
	"作者:", "作者：", "作者", "文:", "文/", "著者:", "投稿者:", "글:",
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
var tails = []string{" | ", " • ", " · ", " – ", " — ", " - ", " // ", " / ", "|", "•", "·", "(", "[", "<", " @", "\u2022", "…",
	" on ", " in ", " at ", " for ", " am ", " um ", " le ", " el ", " il ", " em ", " says", " wrote", " posted", " published", " updated", " last updated",
	" reviewed by", " medically reviewed", " fact checked", " edited by", " photos by", " photo by", " share", " follow", " view all", " read more", " more by", " minute", " min read", " and published", "/", " via ", " illustrated by", " photography by", " with photos", " comments", " leave a", " filed under", " posted in", " categories", " email", " contributor", " veröffentlicht", " publié", " publicado", " staff writer", " senior", " is a ", " ist ", " was "}

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

// roles are the words of which one makes a part of a byline a role, a degree or an organisation and not a name.
var roles = words("editor editors editor-in-chief writer contributor contributors reporter reporters correspondent journalist columnist author " +
	"director manager founder co-founder cofounder ceo cto cfo coo cmo president chair professor md m.d phd ph.d dds dmd do rn rd rdn ldn mba ma msc bsc jd mph cpa cfp cfp® cfa pmp esq dvm facp faap pt dpt np " +
	"lcsw lmft psyd cscs ms m.s mfa r.d registered certified dietitian specialist expert analyst consultant engineer developer designer strategist marketer attorney lawyer " +
	"freelance staff senior junior assistant associate chief head executive officer lead vice marketing content seo team inc llc ltd gmbh university department " +
	"redakteur redakteurin autorin redaktion journaliste rédacteur rédactrice redactor redattore giornalista periodista photographer fotograf producer intern coordinator copywriter blogger")

// isRole tells whether a part of a byline holds a word that no name has.
func isRole(s string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		if roles[strings.Trim(w, ".,()")] || strings.HasSuffix(w, "®") {
			return true
		}
	}
	return false
}

// noPersons are words that make a text no person's name.
var noPersons = words("admin administrator administrador webmaster moderator editor editors editorial staff team newsroom desk redaktion redakcja redaktionen rédaction redaction redazione redacción redacao redação " +
	"guest anonymous anonym anonyme unknown undefined null none user username author authors writer writers contributor contributors press company office support service services marketing media news agency agencies " +
	"wire reuters magazine blog website site home login subscribe share comment comments reply read more about contact view all posts profile follow twitter facebook linkedin instagram youtube email " +
	"published updated posted date minute minutes min category uncategorized wordpress inc llc ltd gmbh n/a na tbd default the group association institute foundation university college department society network studio studios solutions " +
	"veröffentlicht aktualisiert erstellt geändert lesezeit kommentar kommentare teilen drucken artikel beitrag datum quelle foto fotos bild video anzeige text texte cc " +
	"publié lecture commentaires publicado actualizado lectura comentarios noticias pubblicato aggiornato commenti opublikowano " +
	"creative commons license licence content podcast show library center centre council committee board government wikipedia")

// maxName is how many characters a name has at most.
const maxName = 60

// isPerson tells whether a text may be a person's name: as a page states it, any name that is not the site's; strict,
// words with capitals.
func (r *reader) isPerson(s string, strict bool) bool {
	fields := strings.Fields(s)
	if len(s) > maxName || len(fields) == 0 || len(fields) > 5 || strings.ContainsAny(s, "@{}<>=\\#?!\"|/%$:") {
		return false
	}
	dated := 0
	for _, w := range fields {
		low := strings.Trim(strings.ToLower(w), ".,'’:;()")
		if noPersons[low] || dateLabels[low] || strings.HasSuffix(low, "-redaktion") {
			return false
		}
		if calendar[low] {
			dated++
		}
	}
	if dated == len(fields) {
		return false
	}
	if isRole(s) || looksLikeAddress(s) {
		return false
	}
	if strict {
		return looksLikeName(fields) && !r.isSite(s)
	}
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(first) && (!r.isSite(s) || namesPerson(fields))
}

// namesPerson tells whether the name of a site may be that of the person whose site it is: two or three words, none of
// which names a trade.
func namesPerson(fields []string) bool {
	return (len(fields) == 2 || len(fields) == 3) && !slices.ContainsFunc(fields, func(w string) bool { return trades[strings.ToLower(w)] })
}

// trades are words in the names of companies, shops and publications.
var trades = words("shop store bank clinic dental dentistry hospital health healthcare insurance realty renovation construction overhauls consulting consultants " +
	"partners advisors law legal capital financial finance photography music academy school teacher skills cloud security software app apps tech technologies digital " +
	"official international canada usa uk europe america books games chess movers moving travel foods food kitchen garden home homes handmade planted light lights data " +
	"labs lab net online world global express today times post daily weekly journal review creative design designs interiors furniture provisions supply fitness yoga on of the your my we and for by cpas pc llp")

// looksLikeAddress tells whether a word is the name of a host or of a variable: site.example, page.author.
func looksLikeAddress(s string) bool {
	i := strings.LastIndexByte(s, '.')
	if i <= 0 || strings.ContainsRune(s, ' ') {
		return false
	}
	end := len(s) - i - 1
	return strings.HasPrefix(s, "www.") || end >= 2 && end <= 3 || strings.Count(s, ".") > 1 && strings.ToLower(s) == s
}

// looksLikeName tells whether words are written like the words of a name: with a capital, letters only, except for
// particles.
func looksLikeName(fields []string) bool {
	for i, w := range fields {
		first, _ := utf8.DecodeRuneInString(w)
		low := strings.ToLower(w)
		switch {
		case stopWords[strings.Trim(low, ",’'")]:
			return false
		case unicode.IsUpper(first):
		case unicode.IsLower(first):
			if i == 0 && len(fields) == 1 || !particles[low] {
				return false
			}
		case !unicode.IsLetter(first):
			return false
		}
		for _, c := range w {
			if unicode.IsDigit(c) || c == '_' || c == ':' || c == ';' || c == '+' || c == '&' {
				return false
			}
		}
	}
	last, _ := utf8.DecodeRuneInString(fields[len(fields)-1])
	return !unicode.IsLower(last)
}

// stopWords are words of sentences and headings that are no names.
var stopWords = words("the and or to you your how what is are for with this that we our in on of as it its if when where why who which was were be been has have had do does did not no can will would " +
	"a an i my me he she they his her their at from by about into over under after before than then so but all any some most more " +
	"get new top best free first last next find full learn read see share show sign log join buy shop start try view watch click download here there now also just even only " +
	"bio expert reviewer reviewed sponsored advertisement disclosure fact checked checker photo image credit source sources guide guides tips news article articles blog story opinion review reviews")

// particles are the words of a name that are written small.
var particles = words("de da do dos das del della di du des la le van von der den ten ter zu zum zur af av al el bin bint ibn y e und d' o mc mac st san santa jr sr")
