package thread

import (
	"cmp"
	"math"
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dates"
	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

// findDates finds when each unit was written. Numeric dates are read in the order that all dates of the page
// together show.
func (f *finder) findDates() {
	places := f.places(markDate, func(c *candidate) (string, bool) { return f.x.Text(c.node), true })
	var samples []string
	for i := range f.units {
		u := &f.units[i]
		if !f.takeDate(u) {
			f.pickDate(u, places)
		}
		if u.date != dom.None {
			samples = append(samples, cmp.Or(f.dateGiven(u), f.x.Text(u.date)))
		}
	}
	if f.order == dates.Unknown {
		f.order = dates.GuessOrder(f.ctx.Saved, samples, f.otherDates()...)
	}
	reader := dates.Reader{Language: f.regional(), Order: f.order, Now: f.ctx.Saved}
	for i := range f.units {
		u := &f.units[i]
		if u.date != dom.None {
			f.setDate(u, &reader)
		}
		f.readDateGiven(u, &reader)
	}
}

// pickDate takes the date of a unit that looks most like a dateline.
func (f *finder) pickDate(u *unit, places map[uint64]*spot) {
	best := math.Inf(-1)
	for _, c := range u.marks {
		if c.kind&markDate == 0 || f.isQuoted(c.node, u) {
			continue
		}
		if score := f.datelineScore(u, c.node) + math.Max(0, places[c.template].weight(len(f.units))); score > best {
			best, u.date = score, c.node
		}
	}
}

// regional is the page's language with its region, as far as the page or its host says.
func (f *finder) regional() string {
	if f.ctx.Base == nil {
		return f.ctx.Language
	}
	return dates.Region(f.ctx.Language, f.ctx.Base.Hostname())
}

// otherDates are dates that the page shows outside of the units: they are written in the same order.
func (f *finder) otherDates() (texts []string) {
	for n := dom.ID(0); n < dom.ID(f.x.Len()) && len(texts) < maxOther; n++ {
		if f.marks.kinds[n]&markDate != 0 && f.x.Chars(n) > 0 && f.x.Chars(n) < maxDate && !f.inUnit(n) {
			texts = append(texts, f.x.Text(n))
		}
	}
	return texts
}

// maxOther is how many dates outside of the units are looked at.
const maxOther = 32

// datelineScore says how much a date looks like that of the unit, not that of an edit or of the author's joining.
func (f *finder) datelineScore(u *unit, n dom.ID) float64 {
	node, score := f.x.Node(n), 0.0
	if f.x.Is(n, atom.Time, atom.Meta) || isTimeElement(node) {
		score += 2
	}
	if prop := f.x.Attr(n, "itemprop"); prop == "datePublished" || prop == "dateCreated" {
		score += 3
	}
	if node.Names&dom.NameDate != 0 {
		score++
	}
	for p := n; p >= u.root; p = f.x.Node(p).Parent {
		parent := f.x.Node(p)
		if parent.Names&dom.NameEdit != 0 && f.x.Words(p) < 16 {
			score -= 3
		}
		if parent.Names&(dom.NameUser|dom.NameBio|dom.NameSignature|dom.NameQuote) != 0 && parent.Names&(dom.NameMeta|dom.NameDate) == 0 {
			score--
		}
		if parent.Tag == atom.A && isPermalink(f.x.Attr(p, "href")) {
			score++
		}
	}
	if isEditNote(f.x.Text(n)) || isEditNote(f.x.Text(f.x.Node(n).Box)) {
		score -= 2
	}
	if !f.givesDay(n) {
		score -= 2 // a time of day
	}
	return score + .5
}

// givesDay tells whether a day can be read from an element, perhaps counted from now.
func (f *finder) givesDay(n dom.ID) bool {
	reader := dates.Reader{}
	if _, ok := f.machineDate(n, &reader); ok {
		return true
	}
	text := f.x.Text(n)
	if d, ok := reader.Read(text); ok {
		return len(d) >= len("2006-01-02")
	}
	d, _, _, ok := reader.Find(text)
	return ok && len(d) >= len("2006-01-02") || dates.Relative(text)
}

// editWords begin a note that a text was changed, or a date that is not when it was written.
var editWords = beginningsOf(phrases(
	"edited|last edited|modified|updated|last updated|joined|registered|member since|join date|this post was",
	"bearbeitet|zuletzt|geändert|editiert|registriert|mitglied seit|angemeldet seit|dabei seit",
	"modifié|édité|dernière modification|inscrit|membre depuis",
	"editado|modificado|última edición|registrado|miembro desde|se unió|desde:",
	"modificato|ultima modifica|iscritto|registrato il|membro dal",
	"edytowan|ostatnio|zmieniony|dołączył|rejestracja|zarejestrowany",
	"última edição|última modificação|membro desde|entrou em",
	"отредактирован|изменен|последн|регистрация|зарегистрирован|на форуме с",
	"bewerkt|laatst bewerkt|gewijzigd|laatst gewijzigd|lid geworden|lid sinds|geregistreerd",
	"düzenlendi|son düzenleme|katılım|kayıt tarihi|üyelik tarihi",
	"編集|最終編集|最終更新|登録日|参加日",
	"编辑于|最后编辑|最後編輯|本帖最后由|注册时间|註冊|加入于",
))

func isEditNote(s string) bool { return editWords.of(strings.TrimLeft(s, " ([*-—")) }

// besideDate are the marks that set a date off from what stands beside it.
const besideDate = " \u00a0«»|·•–—\u200e\u200f"

// setDate reads the date of a unit: what is written for programs first.
func (f *finder) setDate(u *unit, reader *dates.Reader) {
	text := f.x.Text(u.date)
	u.out.PublishedText = withoutAge(strings.Trim(strings.TrimRight(text, " (["), besideDate), reader) // "3 May (#12"
	for n := u.date; n <= f.x.Node(u.date).Last; n++ {
		if d, ok := f.machineDate(n, reader); ok {
			u.out.Published = d
			return
		}
	}
	for p := f.x.Node(u.date).Parent; p > u.root && f.x.Chars(p) <= f.x.Chars(u.date)+2; p = f.x.Node(p).Parent {
		if d, ok := f.machineDate(p, reader); ok {
			u.out.Published = d
			return
		}
	}
	if d, ok := reader.Read(text); ok {
		u.out.Published = d
		if _, start, _, ok := reader.Find(text); ok && strings.HasSuffix(strings.TrimRight(text[:start], " "), ":") {
			u.out.PublishedText = strings.Trim(text[start:], besideDate) // "Reply #1 on: March 3, 2016"
		}
		return
	}
	if d, start, end, ok := reader.Find(text); ok && len(d) >= len("2006-01-02") {
		u.out.Published, u.out.PublishedText = d, text[start:end]
	} else if !strings.ContainsFunc(text, unicode.IsNumber) && !dates.Relative(text) {
		u.out.PublishedText = "" // a template without a date to put in: " at "
	}
}

// withoutAge is a date as shown, without its age after it, which is for narrow screens: "March 2, 2025 1 yr".
func withoutAge(text string, reader *dates.Reader) string {
	d, _, end, ok := reader.Find(text)
	if !ok || len(d) < len("2006-01-02") {
		return text
	}
	if age := strings.Fields(text[end:]); len(age) == 2 && isNumber(age[0]) && !hasDigit(age[1]) && !strings.HasSuffix(strings.ToLower(age[1]), "m") {
		return strings.TrimRight(text[:end], besideDate)
	}
	return text
}

// machineDate reads the attributes in which pages keep the exact date of one they show in short.
func (f *finder) machineDate(n dom.ID, reader *dates.Reader) (page.Date, bool) {
	if f.x.IsText(n) {
		return "", false
	}
	day := page.Date("") // where no attribute has the time too
	for _, a := range f.x.Node(n).HTML.Attr {
		switch a.Key {
		case "datetime", "ts", "content", "data-timestamp", "data-time", "data-at-unix", "data-date", "data-utime", "title",
			"data-tippy-content", "data-original-title", "data-tooltip", "data-datetime", "data-bs-title":
			if !hasDigit(a.Val) {
				continue
			}
			d, ok := dates.Machine(a.Val)
			if !ok && !dates.Relative(a.Val) {
				d, ok = reader.Read(a.Val)
			}
			switch {
			case ok && len(d) > len("2006-01-02"):
				return d, true
			case ok && len(d) == len("2006-01-02") && day == "":
				day = d
			}
		}
	}
	return day, day != ""
}
