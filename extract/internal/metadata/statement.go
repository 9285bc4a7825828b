package metadata

import (
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

// maxStatement is how many words a line has at most that says who wrote the article, when, and about what.
const maxStatement = 25

// maxEntryFoot is how many words a line has at most that a blog writes under its entries.
const maxEntryFoot = 60

// entryFoots are how the line begins that WordPress's themes write under an entry (comments are part of it), in the
// languages they are translated into most.
var entryFoots = newPrefixes("this entry was posted", "this entry was written by", "this post was written by", "this entry is filed under",
	"this article was originally published", "this article was first published", "this story was originally published", "this post was originally published",
	"dieser eintrag wurde", "dieser beitrag wurde", "cette entrée a été publiée", "ce contenu a été publié", "cet article a été publié",
	"esta entrada fue publicada", "esta entrada se publicó", "questo articolo è stato pubblicato", "questa voce è stata pubblicata",
	"ten wpis został opublikowany", "ten wpis umieszczono", "esta entrada foi publicada", "este artigo foi publicado", "запись опубликована",
	"dit bericht werd", "dit bericht is geplaatst")

// isEntryFoot tells such a line: it names a day.
func (r *reader) isEntryFoot(b *dom.Block) bool {
	if b.Words > maxEntryFoot || b.Flags&(dom.InNav|dom.InAside) != 0 || entryFoots.length(r.firstText(b)) == 0 {
		return false
	}
	_, dated := r.withoutDates(r.textBetween(b.First, b.Last))
	return dated
}

// statements are the lines near the title that say who wrote the article, when, under which category and how often it
// was read, and nothing else: "By Jane Doe on 4 May 2024 in Gardens"; and the line that says so under an entry. They are no part
// of its text.
func (r *reader) statements(m *Metadata) (s dom.Selection) {
	if r.titleAt == dom.None {
		return nil
	}
	from, to := r.nearTitle()
	blocks := r.x.Blocks()
	authors := m.authors()
	names := append(m.topics(), authors...)
	var lines alternating
	for i := from; i < len(blocks); i++ {
		b := &blocks[i]
		known := authors
		if b.Links > 0 {
			known = names // a topic is a link
		}
		if !r.isStatement(b, i < to, known) || r.ctx.Skip.Contains(b.First) {
			continue
		}
		if lines.include(r, i) {
			continue
		}
		if term := r.termOf(i); term != nil && !r.isLabel(term) {
			continue // it says something else of what the page is about: when an event takes place
		}
		if i > from && r.isLabel(&blocks[i-1]) {
			s = append(s, dom.Span{First: blocks[i-1].First, Last: blocks[i-1].Last})
		}
		s = append(s, dom.Span{First: b.First, Last: b.Last})
	}
	return s
}

// isStatement tells such a line. near says that it stands near the title.
func (r *reader) isStatement(b *dom.Block, near bool, known []string) bool {
	if !near || b.Words > maxStatement {
		return r.isEntryFoot(b)
	}
	if b.Flags&dom.InHeading != 0 || r.x.Is(b.Box, atom.P) && r.x.Words(b.Box) > maxStatement {
		return false // in a paragraph it is a line of the text
	}
	text := r.textBetween(b.First, b.Last)
	return r.states(text, known) || b.Words <= maxRemark && r.x.Node(b.Box).Names&dom.NameDate != 0 && r.beginsWithDate(text)
}

// isLabel tells the label of such lines where it is the term that they describe: "Details".
func (r *reader) isLabel(b *dom.Block) bool {
	return r.x.Is(b.Box, atom.Dt) && b.Words <= maxOther && areLabels(strings.ToLower(r.textBetween(b.First, b.Last)))
}

// maxRemark is how many words a line named for a date has at most that adds something to it: "23 July 2016, from the
// roof".
const maxRemark = 8

func (r *reader) beginsWithDate(text string) bool {
	d, start, _, ok := r.dates.Find(text)
	return ok && start == 0 && len(d) >= len(page.Date("2006-01-02"))
}

// authors and topics are the names that may stand in such a line, in lower case.
func (m *Metadata) authors() (names []string) {
	for _, a := range m.Authors {
		names = append(names, strings.ToLower(a.Name))
	}
	return names
}

func (m *Metadata) topics() (names []string) {
	for _, list := range [...][]string{m.Categories, m.Tags} {
		for _, t := range list {
			names = append(names, strings.ToLower(t))
		}
	}
	return names
}

// maxOther is how many words a part of such a line has at most that says something else: a category without a link.
const maxOther = 3

// states tells whether a text is made of dates, known names, numbers and the words that stand with them. Of the parts of
// a line, which marks divide, one may say something else.
func (r *reader) states(text string, known []string) bool {
	text, dated := r.withoutDates(text)
	text = strings.ToLower(text)
	named := false
	for _, name := range known {
		if rest := strings.ReplaceAll(text, name, " "); rest != text {
			text, named = rest, true
		}
	}
	other := 0
	for part := range strings.FieldsFuncSeq(text, partsMeta) {
		if !areLabels(part) {
			other++
			words := 0
			for range strings.FieldsSeq(part) {
				if words++; words > maxOther {
					return false
				}
			}
		}
	}
	return other == 0 && (dated || named) || other == 1 && dated && named && strings.IndexFunc(text, partsMeta) >= 0
}

// areLabels tells whether a text has no other words than those that stand with names, dates and counts.
func areLabels(text string) bool {
	for word := range strings.FieldsFuncSeq(text, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '\'' }) {
		if !statementWords[word] && !isDigits(word) {
			return false
		}
	}
	return true
}

// withoutDates cuts the dates out of a text.
func (r *reader) withoutDates(text string) (rest string, dated bool) {
	for range 3 {
		d, start, end, ok := r.dates.Find(text)
		if !ok || len(d) < len(page.Date("2006-01-02")) {
			break
		}
		text, dated = text[:start]+" "+text[end:], true
	}
	return text, dated
}

// statementWords are the words that stand with names, dates and counts in such lines.
var statementWords = words("by posted post on in at and the published publish updated last written author authors category categories tag tags tagged " +
	"submitted filed under topic topics section views view comments comment permalink link min mins minute minutes read reading time date am pm edited created from " +
	"von vom am um uhr verfasst gespeichert eingereicht veröffentlicht aktualisiert geschrieben autor kategorie kategorien schlagwörter kommentare lesezeit minuten stand details " +
	"par le la à soumis publié rédigé auteur catégorie catégories mots clés lien permanent mis jour " +
	"por el en enviado publicado escrito autor categoría categorías etiquetas actualizado de " +
	"di da il inviato pubblicato scritto autore categoria " +
	"przez dnia wysłane opublikowano autor kategoria kategorie tagi dodano " +
	"em publicado escrito autor categoria " +
	"от автор категория рубрика теги просмотров опубликовано дата в " +
	"door op ingediend geplaatst geschreven auteur categorie " +
	"yazan tarih kategori 投稿日 投稿者 作者 カテゴリ カテゴリー 更新日 公開日 发布时间 分类")
