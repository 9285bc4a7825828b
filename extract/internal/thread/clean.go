package thread

import (
	"slices"
	"strings"

	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/rules"
	"github.com/scholia/scholia/extract/page"
)

// drop takes out the units that are none: those that say nothing and name nobody, and those that the page lists a
// second time. Answers to them go to what they answer, or to the first listing.
func (f *finder) drop() {
	if len(f.units) == 0 {
		return
	}
	lists := f.listsThatSay()
	first := map[identity]int{} // of each comment that the page lists, its first place
	at := make([]int, len(f.units))
	kept := f.units[:0]
	for i := range f.units {
		u := &f.units[i]
		if u.parent >= 0 {
			u.parent = at[u.parent]
		}
		empty := f.isEmpty(u) || f.isPlaceholder(u)
		key := f.identity(u)
		j, listed := first[key]
		switch {
		case listed && !empty && key != (identity{}):
			at[i] = j
			continue
		case isAd(u), empty && !u.isKept() && (u.out.Author == nil || !u.ping && !lists[f.x.Node(u.root).Parent]):
			at[i] = u.parent
			continue
		case empty && !u.ping && !u.opening:
			u.out.Kind = page.Removed
		}
		at[i], first[key] = len(kept), len(kept)
		kept = append(kept, *u)
	}
	f.units = kept
	f.dropSilent()
}

// listsThatSay are the elements that hold units which say something.
func (f *finder) listsThatSay() map[dom.ID]bool {
	lists := map[dom.ID]bool{}
	for i := range f.units {
		if !f.isEmpty(&f.units[i]) {
			lists[f.x.Node(f.units[i].root).Parent] = true
		}
	}
	return lists
}

// dropSilent takes out all units where few say anything: they are no conversation.
func (f *finder) dropSilent() {
	if said := f.saying(); said*2 < len(f.units) && said < 3 {
		f.ctx.Log.Add("thread", "units", "rejected", "%d of %d have no text", len(f.units)-said, len(f.units))
		f.units, f.found = nil, nil
	}
}

// isKept tells an empty unit that a rule takes for one all the same: a comment that was taken away, or an opening post
// that is a link.
func (u *unit) isKept() bool { return u.opening || u.given.passes(rules.Deleted) }

// adNames stand where the name of an author does in an advertisement among the posts of a forum, in lower case.
var adNames = phrases("advertisement|advertisements|advertising|advert|adsense|google adsense|ads|sponsor|sponsored|sponsored links|anzeige|werbung|" +
	"publicité|publicidad|pubblicità|reklama|publicidade|реклама|advertentie|reklam|広告|广告|廣告")

// isAd tells an advertisement that looks like a post.
func isAd(u *unit) bool {
	return u.out.Author != nil && slices.Contains(adNames, strings.ToLower(u.out.Author.Name))
}

// saying counts the units that say something, or that it was said elsewhere.
func (f *finder) saying() int {
	count := 0
	for i := range f.units {
		if u := &f.units[i]; !f.isEmpty(u) || u.ping && u.out.Author != nil {
			count++
		}
	}
	return count
}

// placeholders begin what stands where there is no comment yet.
var placeholders = beginningsOf(phrases(
	"there are no|no comments yet|no comments|be the first",
	"noch keine kommentare|keine kommentare|es gibt noch keine|sei der erste|schreiben sie den ersten",
	"aucun commentaire|il n'y a pas encore|pas encore de commentaire|soyez le premier",
	"no hay comentarios|sin comentarios|todavía no hay|aún no hay|sé el primero",
	"nessun commento|non ci sono|ancora nessun|sii il primo",
	"brak komentarzy|nie ma jeszcze|bądź pierwszy",
	"nenhum comentário|sem comentários|ainda não há|seja o primeiro",
	"нет комментариев|пока нет|комментариев пока нет|комментариев нет|станьте первым",
	"nog geen reacties|er zijn nog geen|wees de eerste",
	"henüz yorum|ilk yorumu|yorum bulunmuyor",
	"コメントはまだ|まだコメント|コメントはありません",
	"暂无评论|还没有评论|尚無留言|目前沒有|沙发空缺",
))

// isPlaceholder tells a notice that nobody has commented from a comment.
func (f *finder) isPlaceholder(u *unit) bool {
	if u.date != dom.None {
		return false
	}
	return placeholders.of(f.bodyText(u))
}

// isEmpty tells whether a unit says nothing: no word, no picture.
func (f *finder) isEmpty(u *unit) bool {
	for _, s := range u.body {
		for n := s.First; n <= s.Last; n++ {
			if f.isMedia(n) || f.x.IsText(n) && !f.x.Has(n, dom.Blank) && f.x.Node(n).Flags&dom.NotText == 0 {
				return false
			}
		}
	}
	return true
}

// identity is the same for two listings of one comment: its id, else its date, with its author and text. It is zero where
// these are too little to tell.
type identity struct{ id, author, date, text string }

func (f *finder) identity(u *unit) identity {
	of := identity{id: u.out.ID, text: f.bodyText(u)}
	if u.out.Author != nil {
		of.author = u.out.Author.Name
	}
	if of.id == "" {
		if len(of.text) < 20 {
			return identity{}
		}
		of.date = string(u.out.Published)
	}
	return of
}

// bodyText is the text of a unit on one line.
func (f *finder) bodyText(u *unit) string {
	b := f.buf[:0]
	for _, s := range u.body {
		b = f.x.AppendText(append(b, ' '), s.First, s.Last)
	}
	f.buf = b
	return strings.TrimSpace(string(b))
}
