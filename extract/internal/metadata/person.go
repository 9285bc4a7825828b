package metadata

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// roles are the words of which one makes a part of a byline a role, a degree or an organisation and not a name.
var roles = words("editor editors editor-in-chief writer contributor contributors reporter reporters correspondent journalist columnist author director " +
	"manager founder co-founder cofounder ceo cto cfo coo cmo president chair professor producer intern coordinator copywriter blogger md " +
	"m.d phd ph.d dds dmd do rn rd r.d rdn ld ldn mba ma mfa ms m.s msc bsc jd mph cpa cfp cfa pmp esq dvm facp faap pt dpt np lcsw lmft psyd " +
	"cscs registered certified dietitian specialist expert analyst consultant engineer developer designer strategist marketer attorney " +
	"lawyer freelance staff senior junior assistant associate chief head executive officer lead vice marketing content seo team inc llc ltd " +
	"gmbh university department photographer fotograf redakteur redakteurin autorin redaktion journaliste rédacteur rédactrice redactor " +
	"redattore giornalista periodista")

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
var noPersons = words("admin administrator administrador webmaster moderator editor editors editorial staff team newsroom desk redaktion redaktionen redakcja " +
	"rédaction redaction redazione redacción redacao redação guest anonymous anonym anonyme unknown undefined null none user username author " +
	"authors writer writers contributor contributors n/a na tbd default the press company office support service services marketing media " +
	"news agency agencies wire reuters magazine blog website site inc llc ltd gmbh group association institute foundation university college " +
	"department society network studio studios solutions home login subscribe share comment comments reply read more about contact view all " +
	"posts profile follow twitter facebook linkedin instagram youtube email published updated posted date minute minutes min category " +
	"uncategorized wordpress veröffentlicht aktualisiert erstellt geändert lesezeit kommentar kommentare teilen drucken artikel beitrag " +
	"datum quelle foto fotos bild video anzeige text texte cc publié lecture commentaires publicado actualizado lectura comentarios noticias " +
	"pubblicato aggiornato commenti opublikowano creative commons license licence content podcast show library center centre council " +
	"committee board government wikipedia bio written originally heard search sections")

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
var trades = words("shop store bank clinic dental hospital health insurance realty construction consulting consultants partners advisors law legal capital " +
	"financial finance photography music academy school software app apps tech technologies digital security cloud official international " +
	"books games travel food foods kitchen garden home homes lab labs net online world global express today times post daily weekly journal " +
	"review creative design designs interiors furniture supply fitness canada usa uk europe america the of on your my our we and for by")

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
var stopWords = words("the and or to you your how what is are for with this that we our in on of as it its if when where why who which was were be been has " +
	"have had do does did not no can will would a an i my me he she they his her their at from by about into over under after before than " +
	"then so but all any some most more get new top best free first last next find full learn read see share show sign log join buy shop " +
	"start try view watch click download here there now also just even only bio expert reviewer reviewed sponsored advertisement disclosure " +
	"fact checked checker photo image credit source sources guide guides tips news article articles blog story opinion review reviews")

// particles are the words of a name that are written small.
var particles = words("de da do dos das del della di du des la le van von der den ten ter zu zum zur af av al el bin bint ibn y e und d' o mc mac st san santa " +
	"jr sr")
