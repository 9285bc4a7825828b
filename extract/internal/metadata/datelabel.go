package metadata

import (
	"slices"
	"strings"

	"github.com/scholia/scholia/extract/internal/dom"
)

// saysChanged tells whether a date is that of the last change: by its class, its own words, those before it.
func (r *reader) saysChanged(n dom.ID, text string) bool {
	if r.x.Attr(n, "itemprop") == "dateModified" || changedWord(text) {
		return true
	}
	class := r.x.Attr(n, "class")
	if strings.Contains(class, "published") {
		return false
	}
	return r.x.Node(n).Names&dom.NameEdit != 0 && strings.Contains(class, "updated")
}

// label is the end of the text before a date: what stands before it in its text block, else the block before if that is
// short.
func (r *reader) label(n dom.ID) string {
	const most = 40
	i := r.x.BlockOf(n)
	if i < 0 {
		return ""
	}
	b := &r.x.Blocks()[i]
	if b.Last >= n || r.x.Node(n).Box == b.Box || b.Words <= 3 {
		text := r.textBetween(max(b.First, n-12), min(b.Last, n-1))
		return strings.ToValidUTF8(text[max(0, len(text)-most):], "")
	}
	return ""
}

// publishedWords are what a page writes before the date of publication.
var publishedWords = []string{
	"published", "publish date", "publication", "posted", "originally", "veröffentlicht", "erstellt", "publié", "publicado", "pubblicato", "gepubliceerd", "opublikowano",
	"опубликовано", "yayın", "公開", "投稿",
}

func saysPublished(s string) bool { return containsAny(strings.ToLower(s), publishedWords) }

// firstWords are what a page writes before the date of publication where it also shows a later one.
var firstWords = []string{"originally published", "first published", "originally posted", "ursprünglich veröffentlicht", "erstmals veröffentlicht", "publié initialement",
	"publicado originalmente"}

func saysFirst(s string) bool { return containsAny(strings.ToLower(s), firstWords) }

// changedWords are what a page writes before the date of its last change.
var changedWords = []string{
	"updated", "modified", "edited", "revised", "last active", "aktualisiert", "geändert", "update:", "stand:", "mis à jour", "modifié", "actualizado",
	"modificado", "atualizado", "aggiornato", "bijgewerkt", "gewijzigd", "zaktualizowano", "aktualizacja", "обновлено", "güncelle", "更新",
	"reviewed", "correction", "corrected", "korrigiert", "berichtigt",
}

func changedWord(s string) bool {
	return containsAny(strings.ToLower(s), changedWords)
}

// endWords are what a page writes before the day on which something ends: an offer, a competition, a call.
var endWords = []string{
	"ends", "ending", "ends on", "until", "till", "expires", "expires on", "expiring", "through", "valid through", "closes", "deadline", "due", "closing date",
	"apply by", "submit by", "register by", "reply by", "respond by", "rsvp by", "order by", "book by", "bewerbungsfrist", "bewerbungsschluss", "einsendeschluss", "bis", "bis zum",
	"endet am", "jusqu'au", "jusqu’au", "hasta", "hasta el", "até", "fino al", "t/m", "tot", "do dnia", "до",
}

// saysEnd tells whether the last words of what stands before a date say that something ends on it.
func saysEnd(label string) bool {
	label = " " + strings.TrimRight(strings.ToLower(label), " :,")
	return slices.ContainsFunc(endWords, func(w string) bool { return strings.HasSuffix(label, " "+w) })
}

func containsAny(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}
