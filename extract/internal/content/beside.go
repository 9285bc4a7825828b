package content

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// maxHeadingWords is how many words the heading of a box beside the text has at most.
const maxHeadingWords = 8

// relatedHeadings stand over links to other pages, in lower case; those with an ellipsis begin so. Headings that may as well
// stand over what a page is for, as popular and recommended, are not among them.
var relatedHeadings = newHeadings(
	"related|related posts|related articles|related stories|related news|related reading|related content|related entries|related coverage|"+
		"you might also …|you may also …|you might like|you may like|you might enjoy|you'll also like|also read|also of interest|read next|up next|read more on|"+
		"more from …|more like this|more articles|more posts|more stories|more to read|keep reading|recommended reading|recommended articles|recommended posts|recommended for you|"+
		"suggested articles|suggested posts|other articles|other posts|other stories|similar posts|similar articles|similar stories|don't miss|people also read",
	"verwandte artikel|verwandte beiträge|verwandte themen|ähnliche artikel|ähnliche beiträge|weitere artikel|weitere beiträge|das könnte sie auch …|das könnte dich auch …|"+
		"das könnte ihnen auch …|das könnte dir auch …|auch interessant|lesen sie auch|lies auch|mehr zum thema|mehr artikel|mehr beiträge|passend dazu|zum weiterlesen|dazu passend",
	"articles similaires|articles liés|articles connexes|à lire aussi|lire aussi|à lire également|sur le même sujet|sur le même thème|vous aimerez aussi|vous pourriez aussi …|vous pourriez aimer …|dans la même rubrique",
	"artículos relacionados|noticias relacionadas|entradas relacionadas|contenido relacionado|te puede interesar|también te puede …|quizás te …|también te puede interesar",
	"articoli correlati|articoli simili|post correlati|leggi anche|potrebbe interessarti anche|ti potrebbe …|potrebbero interessarti anche|altri articoli",
	"artigos relacionados|posts relacionados|notícias relacionadas|leia também|veja também|você também pode …|também pode interessar|também pode gostar",
	"gerelateerd|gerelateerde artikelen|gerelateerde berichten|lees ook|ook interessant|meer artikelen|misschien vind je dit …",
	"powiązane artykuły|powiązane wpisy|podobne artykuły|podobne wpisy|zobacz także|zobacz też|przeczytaj także|przeczytaj też|czytaj także|czytaj też",
	"похожие статьи|похожие записи|похожие материалы|читайте также|читайте ещё|читайте еще|по теме|материалы по теме|статьи по теме|смотрите также|ещё по теме",
	"ilgili yazılar|ilgili haberler|ilgili içerikler|benzer yazılar|bunlar da ilginizi …",
	"関連記事|関連する記事|関連ページ|おすすめ記事|あわせて読みたい|こちらもおすすめ|相关文章|相关阅读|相關文章|相关推荐|推荐阅读|延伸閱讀|延伸阅读|猜你喜欢|관련 글|관련 기사|추천 글|이런 글은 어때요",
	"relaterade artiklar|läs också|läs även|les også|læs også|relaterte artikler|relaterede artikler|související články|čtěte také|lue myös|kapcsolódó cikkek|"+
		"مواضيع ذات صلة|مقالات ذات صلة|اقرأ أيضا|اقرأ أيضًا|قد يعجبك أيضا|مطالب مرتبط|כתבות נוספות|אולי יעניין אותך",
)

// headings are texts of headings, and beginnings of such texts.
type headings struct {
	whole, begin map[string]bool
	longest      int // bytes of the longest beginning
}

func newHeadings(languages ...string) (h headings) {
	h.whole, h.begin = map[string]bool{}, map[string]bool{}
	for _, list := range languages {
		for _, text := range strings.Split(list, "|") {
			if begin, ok := strings.CutSuffix(text, " …"); ok {
				h.begin[begin] = true
				h.longest = max(h.longest, len(begin))
			} else {
				h.whole[text] = true
			}
		}
	}
	return h
}

// begins tells whether a text begins with one of the headings that may go on. It looks no further than the longest of
// these is: a heading of few words may hold any number of spaces, between signs that are no words.
func (h headings) begins(text []byte) bool {
	for i := range text[:min(len(text), h.longest+1)] {
		if text[i] == ' ' && h.begin[string(text[:i])] {
			return true
		}
	}
	return false
}

// trimmed is a text in lower case, from its first letter to its last; it is changed to that in place where it is ASCII.
func trimmed(text []byte) []byte {
	text = bytes.TrimFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	for i, c := range text {
		switch {
		case c >= utf8.RuneSelf:
			return bytes.ToLower(text)
		case c >= 'A' && c <= 'Z':
			text[i] = c | 0x20
		}
	}
	return text
}

// boxHeadings are headings of boxes beside a text, in lower case: who writes here, how to subscribe, what else there is.
var boxHeadings = newHeadings(
	"about the author|about the authors|about me|about this blog|about us|author|written by|subscribe|subscribe to …|newsletter|sign up for …|join our …|follow us|follow me|"+
		"share this|share this post|share this article|share on …|leave a comment|leave a reply|tags|categories|archives|recent posts|recent comments|latest posts|blogroll|advertisement|filed under",
	"über den autor|über die autorin|über mich|autor|autorin|newsletter abonnieren|teilen|schlagwörter|kategorien|archiv|neueste beiträge|letzte beiträge|aktuelle beiträge|neueste kommentare|anzeige|folge uns|diesen beitrag teilen",
	"à propos de l'auteur|à propos|catégories|étiquettes|articles récents|commentaires récents|partager|s'abonner|sobre el autor|categorías|etiquetas|entradas recientes|compartir",
	"informazioni sull'autore|categorie|articoli recenti|condividi|sobre o autor|posts recentes|compartilhe|over de auteur|recente berichten|delen",
	"o autorze|kategorie|ostatnie wpisy|об авторе|рубрики|свежие записи|метки|yazar hakkında|kategoriler|son yazılar|プロフィール|カテゴリー|最近の投稿|最新記事|タグ|关于作者|分类|最新文章|标签|글쓴이|카테고리|최근 글",
)

// findBeside finds the blocks under headings over links to other pages, also where these are no headings of HTML, and in
// boxes with headings of boxes, with the headings, and boxes to sign up in.
func (a *analysis) findBeside() {
	blocks := a.x.Blocks()
	a.beside = grow(a.beside, len(blocks))
	clear(a.beside)
	var text []byte
	for i := 0; i+1 < len(blocks); i++ {
		b := &blocks[i]
		if b.Words > maxHeadingWords || b.Links > 0 && b.Flags&dom.InHeading == 0 {
			continue
		}
		text = a.x.AppendText(text[:0], b.First, b.Last)
		end, lower, heading := i, trimmed(text), b.Flags&dom.InHeading != 0
		switch {
		case relatedHeadings.whole[string(lower)] || heading && relatedHeadings.begins(lower):
			end = a.relatedEnd(i)
		case heading && (boxHeadings.whole[string(lower)] || boxHeadings.begins(lower)):
			end = a.boxEnd(i)
		}
		for ; i < end; i++ {
			a.beside[i], a.beside[i+1] = true, true
		}
	}
	a.findSignUps()
}

// maxSignUp is how many words a box around a field for an e-mail address has at most.
const maxSignUp = 40

// findSignUps finds the boxes in which readers leave their e-mail address for letters, a trial or a notice. Gold holds one word
// in fifty of them (go run ./extract/internal/train -gold).
func (a *analysis) findSignUps() {
	x := a.x
	for n, last := dom.ID(1), dom.None; n < dom.ID(x.Len()); n++ {
		if n <= last || !x.Is(n, atom.Input) || !a.asksAddress(n) {
			continue
		}
		if box := a.signUp(n); box != dom.None {
			last = x.Node(box).Last
			from, to := x.BlockRange(box)
			for i := from; i < to; i++ {
				a.beside[i] = true
			}
		}
	}
}

// asksAddress tells a field for an e-mail address.
func (a *analysis) asksAddress(n dom.ID) bool {
	switch strings.ToLower(a.x.Attr(n, "type")) {
	case "email":
		return true
	case "", "text":
		return namesMail(a.x.Attr(n, "name")) || namesMail(a.x.Attr(n, "placeholder"))
	}
	return false
}

func namesMail(s string) bool {
	s = strings.ToLower(s)
	return strings.Contains(s, "email") || strings.Contains(s, "e-mail")
}

// signUp is the largest element around a field that has few words, on its own and of its page; None if there is none.
func (a *analysis) signUp(field dom.ID) dom.ID {
	x, box := a.x, dom.None
	for n := x.Node(field).Parent; n > 0 && !x.Is(n, atom.Body, atom.Main, atom.Article); n = x.Node(n).Parent {
		if words := int32(x.Words(n)); words > maxSignUp || words*3 > a.sums[len(a.sums)-1].words {
			break
		}
		box = n
	}
	return box
}

// headed is the smallest element that holds the heading i and the block after it, with the range of its blocks.
func (a *analysis) headed(i int) (box dom.ID, first, end int) {
	x, blocks := a.x, a.x.Blocks()
	box = blocks[i].Box
	for box > 0 && x.Node(box).Last < blocks[i+1].First {
		box = x.Node(box).Parent
	}
	first, end = x.BlockRange(box)
	return box, first, end
}

// boxEnd is the last block of the box that the heading i begins; i if it begins none, or most of the page.
func (a *analysis) boxEnd(i int) int {
	_, first, end := a.headed(i)
	if first != i || (a.sums[end].words-a.sums[i].words)*3 > a.sums[len(a.sums)-1].words {
		return i
	}
	return end - 1
}

// relatedEnd is the last block of the links under the heading i; i if there are none.
func (a *analysis) relatedEnd(i int) int {
	x, blocks := a.x, a.x.Blocks()
	box, first, end := a.headed(i)
	if first == i {
		if a.leads(i+1, end) {
			return end - 1
		}
		return i
	}
	at := i + 1
	for at < end {
		child := blocks[at].Box
		for x.Node(child).Parent > box {
			child = x.Node(child).Parent
		}
		_, after := x.BlockRange(child)
		if after <= at || !a.leads(at, after) {
			break
		}
		at = after
	}
	return at - 1
}

// leads tells whether what the blocks say is said to lead elsewhere: a third of it is links, or they are cards, each with a
// linked title and a few words.
func (a *analysis) leads(from, to int) bool {
	s, e := &a.sums[from], &a.sums[to]
	if (e.links-s.links)*3 >= e.chars-s.chars {
		return true
	}
	if (e.linkBlocks-s.linkBlocks)*4 < int32(to-from) {
		return false
	}
	for i := from; i < to; i++ {
		if b := &a.x.Blocks()[i]; b.Words > maxTeaser && b.Links*2 < b.Chars {
			return false
		}
	}
	return true
}

// maxTeaser is how many words the text of a card has at most.
const maxTeaser = 40
