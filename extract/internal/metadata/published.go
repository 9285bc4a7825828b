package metadata

import (
	"strings"
	"time"

	"github.com/scholia/scholia/extract/internal/dates"
	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

// dated is a date with its source.
type dated struct {
	date       page.Date
	source     string
	confidence float64
}

// better keeps the more certain of two, as precise as both know it. A date in text may be that of a comment or another
// article of the same day and makes none more precise.
func (d *dated) better(other dated) {
	if other.date == "" {
		return
	}
	if other.confidence > d.confidence {
		*d, other = other, *d
	}
	if other.source != inText && len(other.date) > len(d.date) && strings.HasPrefix(string(other.date), string(d.date)) {
		d.date = other.date
	}
}

// isAfter tells whether a date is later than another, both to the second.
func (d *dated) isAfter(other dated) bool {
	a, ok1 := d.date.Time()
	b, ok2 := other.date.Time()
	return ok1 && ok2 && len(d.date) > len("2006-01-02") && len(other.date) > len("2006-01-02") && a.After(b)
}

// published gives the dates of publication and of the last change.
func (r *reader) published(address string) (published, modified page.Date) {
	pub, mod := r.statedDates()
	if pub.isAfter(mod) {
		pub.confidence = 0.6 // programs that know no day of publication name that of the last time they wrote the page
	}
	shown, changed := r.shownDates()
	textPub, textMod := r.datesInText(pub.date == "", mod.date == "" && changed.date == "")
	shown.better(textPub)
	if r.isOccasion(shown.date) {
		shown = dated{}
	}
	changed.better(textMod)
	if corrects(shown, pub) {
		pub = shown
	}
	pub.better(shown)
	pub.better(dated{r.ctx.Published, "opening post", opening})
	pub.better(dated{dateInPath(r.path()), "address", 0.8})
	mod.better(changed)
	if r.main == nil && isRoot(address) && r.head.meta("og:type") != "article" {
		pub.confidence = 0 // a front page shows what is new, and is never published itself
	}
	if mod.date != "" && mod.date.Day() < pub.date.Day() {
		r.settleOrder(&pub, &mod)
	}
	return r.sure("published", pub), r.sure("modified", mod)
}

// doubtful is how sure a date of publication is at most that gives way to a more certain day of the last change before it.
const doubtful = 0.6

// settleOrder takes away one of two dates of which that of the last change is before that of publication: a date on the page
// that is hardly known to be its own is of something else, and what was planned ahead was only changed before it came out.
func (r *reader) settleOrder(pub, mod *dated) {
	field, less := "modified", mod
	if pub.confidence < doubtful && pub.confidence < mod.confidence {
		field, less = "published", pub
	}
	r.ctx.Log.Add("metadata", field, "dropped", "%s from %s, for the change is before publication", less.date, less.source)
	*less = dated{}
}

// sure is the date if it is certain enough.
func (r *reader) sure(field string, d dated) page.Date {
	if d.confidence < minConfidence {
		if d.date != "" {
			r.ctx.Log.Add("metadata", field, "dropped", "%s from %s, confidence %.2f", d.date, d.source, d.confidence)
		}
		return ""
	}
	r.chose(field, string(d.date), d.source, d.confidence)
	return d.date
}

// corrects tells whether the date that readers see is to be believed and not the one in the head: an article cannot be
// shown with an earlier date than that of its publication, but programs stamp it anew when they publish it again. A
// day more or less is a matter of the time zone.
func corrects(shown, pub dated) bool {
	s, ok1 := shown.date.Time()
	p, ok2 := pub.date.Time()
	return ok1 && ok2 && len(shown.date) >= len("2006-01-02") && shown.confidence >= 0.7 && p.Sub(s) > 48*time.Hour
}

// statedDates are the dates in structured data and in the meta tags.
func (r *reader) statedDates() (pub, mod dated) {
	r.machine(&pub, r.main.Text("datePublished"), "structured data", 0.9)
	if job := r.data.First("JobPosting"); job != nil && job.Parent == nil {
		r.machine(&pub, job.Text("datePosted"), "structured data", 0.9)
	}
	r.machine(&pub, r.main.Text("dateCreated", "uploadDate"), "structured data", 0.7)
	r.machine(&mod, r.main.Text("dateModified"), "structured data", 0.9)
	r.machine(&pub, r.page().Text("datePublished"), "structured data of the page", 0.85)
	r.machine(&pub, r.head.ending(publishedKeys, publishedEnds), "meta tags", 0.85)
	r.machine(&pub, r.head.meta("date", "dc.date", "dcterms.date"), "meta tag date", 0.6)
	r.machine(&mod, r.head.ending(modifiedKeys, modifiedEnds), "meta tags", 0.85)
	return pub, mod
}

// machine reads a date that a program has written.
func (r *reader) machine(d *dated, s, source string, confidence float64) {
	if s == "" || confidence <= d.confidence {
		return
	}
	if date, ok := dates.Machine(s); ok {
		*d = dated{date, source, confidence}
	}
}

// shownDates are the dates in elements whose tag or class says that they hold one.
func (r *reader) shownDates() (pub, mod dated) {
	for _, n := range r.found.dates {
		if r.x.Words(n) > 20 || r.x.Has(n, dom.InQuote) || r.isEmpty(n) {
			continue
		}
		place := min(0.9*r.place(n), 0.84)
		if place <= pub.confidence-labelled && place <= mod.confidence-labelled && len(pub.date) != len("2006-01-02") {
			continue
		}
		text := r.x.Text(n)
		d, ok := r.dateOf(n, text)
		if !ok {
			continue
		}
		label := r.label(n) + " " + text
		if saysPublished(label) {
			place += labelled
		} else if r.nearness(n) < 0.7 && !r.isArticle() {
			continue
		}
		switch {
		case len(text) > maxDate && changedWord(text):
			r.datesIn(text, false, dated{source: "date element", confidence: place}, &pub, &mod)
		case r.saysChanged(n, label):
			mod.better(dated{d, "date element", place})
		default:
			pub.better(dated{d, "date element", place})
		}
	}
	return pub, mod
}

// maxDate is how many bytes a text has at most that is one date with its label.
const maxDate = 36

// labelled is how much surer a date is that says that it is that of publication than others in its place.
const labelled = 0.3

// isEmpty tells whether an element has neither text nor a date for machines.
func (r *reader) isEmpty(n dom.ID) bool {
	_, ok := r.x.Lookup(n, "datetime")
	return !ok && r.x.Chars(n) == 0
}

// dateOf is the date of an element: that for machines, else that for people. Dates for machines stand in datetime, in
// content (RDFa), or in title (the abbr design pattern of microformats.org).
func (r *reader) dateOf(n dom.ID, text string) (page.Date, bool) {
	for _, attribute := range [...]string{"datetime", "content", "title"} {
		if s := r.x.Attr(n, attribute); s != "" {
			if d, ok := dates.Machine(s); ok {
				return d, true
			}
		}
	}
	if d, ok := r.dates.Read(text); ok {
		return d, true
	}
	d, _, _, ok := r.dates.Find(text)
	return d, ok
}

// maxDateline is how many words a text block has at most that says when an article was published.
const maxDateline = 20

// publishedLeads are how a text begins that says when an article was published.
var publishedLeads = newPrefixes("published", "posted on", "originally published", "this article was originally published", "first published", "date published",
	"publication date", "publish date", "post time", "veröffentlicht", "erschienen am", "publié le", "publicado el", "publicado em", "pubblicato il", "gepubliceerd op",
	"opublikowano", "опубликовано", "публикация", "公開日", "投稿日", "发布时间", "发表于")

// changedLeads are how a text begins that says when an article was last changed.
var changedLeads = newPrefixes("last updated", "last modified", "last edited", "last reviewed", "page last", "page updated", "this page was last", "content last",
	"zuletzt aktualisiert", "zuletzt geändert", "zuletzt bearbeitet", "letzte änderung", "letzte aktualisierung", "dernière mise à jour", "dernière modification",
	"última actualización", "última modificación", "última atualização", "ultimo aggiornamento", "laatst bijgewerkt", "laatst gewijzigd", "ostatnia aktualizacja",
	"最終更新", "最后更新")

// datesInText are the dates in short text blocks near the title, and those in blocks farther off that begin by saying
// that the article was published or changed, where nothing in the head says so.
func (r *reader) datesInText(seekPublished, seekChanged bool) (pub, mod dated) {
	from, to := r.nearTitle()
	blocks := r.x.Blocks()
	if !seekPublished && !seekChanged {
		blocks = blocks[:to]
	} else {
		to = min(to, len(blocks))
	}
	for i := range blocks {
		b := &blocks[i]
		near := i >= from && i < to
		if !near && !seekPublished && !seekChanged || b.Flags&(dom.InNav|r.hidden|dom.InAside|dom.InQuote) != 0 || b.Words > maxDateline && !r.isEntryFoot(b) {
			continue
		}
		confidence := 0.7
		switch lead := r.firstText(b); {
		case near && b.Flags&dom.InFooter == 0:
		case seekChanged && b.Words <= maxDateline && changedLeads.length(lead) > 0:
			confidence = min(confidence, r.nearness(b.First))
		case seekPublished && b.Flags&dom.InFooter == 0 && (publishedLeads.length(lead) > 0 || r.besideAuthor(i) || r.isEntryFoot(b)):
			confidence = min(confidence, r.place(b.First)+labelled)
		default:
			continue
		}
		if !r.ctx.Skip.Contains(b.First) && !r.saysWhen(i) {
			text := r.activityLabel(i) + r.textBetween(b.First, b.Last)
			r.datesIn(text, b.Flags&dom.InHeading != 0, dated{source: inText, confidence: confidence}, &pub, &mod)
		}
	}
	return pub, mod
}

// activityLabel is the text block before the i-th where it says that a date of somebody's last activity follows. Else it is "".
func (r *reader) activityLabel(i int) string {
	if i == 0 || r.x.Blocks()[i-1].Words != 2 {
		return ""
	}
	before := &r.x.Blocks()[i-1]
	if text := r.textBetween(before.First, before.Last); strings.EqualFold(text, "last active") {
		return text + " "
	}
	return ""
}

// maxBareDate is how many words a text block has at most that is a date and nothing else: "Tuesday, 3 June 2014, 14:30".
const maxBareDate = 6

// besideAuthor tells whether the i-th text block is short, and the one before it names the page's author: such a block
// says when the article was written, wherever it stands.
func (r *reader) besideAuthor(i int) bool {
	blocks := r.x.Blocks()
	if r.author == "" || i == 0 || blocks[i].Words > maxBareDate || blocks[i-1].Words > maxByline {
		return false
	}
	before := &blocks[i-1]
	return strings.Contains(key(r.textBetween(before.First, before.Last)), r.author)
}

// inText is the source of dates in text blocks.
const inText = "date in text"

// datesIn reads the dates in a text: "Published on ..., updated on ...". as is where they stand and how sure they are; in
// a heading they are a part of it unless it has no other text.
func (r *reader) datesIn(text string, heading bool, as dated, pub, mod *dated) {
	for range 3 {
		d, start, end, ok := r.dates.Find(text)
		if !ok || heading && end-start < len(text)-12 {
			break
		}
		label := text[:start]
		text = text[end:]
		as := as
		as.date = d
		if saysFirst(label) {
			as.confidence += labelled
		}
		switch {
		case len(d) < len("2006-01-02"), saysEnd(label):
		case changedWord(label) && !saysPublished(label):
			mod.better(as)
		default:
			pub.better(as)
		}
	}
}
