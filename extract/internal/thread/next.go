package thread

import (
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// nextWords name the link to the next page of comments, in lower case.
var nextWords = phrases(
	"next|next page|next comments|newer comments|older comments|more comments|load more comments|view more comments|show more comments|older",
	"›|»|next ›|next »|next >|>",
	"weiter|nächste|nächste seite|neuere kommentare|ältere kommentare|weitere kommentare|mehr kommentare",
	"suivant|suivante|page suivante|commentaires plus récents|commentaires plus anciens|plus de commentaires",
	"siguiente|página siguiente|comentarios más recientes|comentarios más antiguos|comentarios antiguos|más comentarios",
	"successivo|successiva|pagina successiva|commenti successivi|commenti più recenti|commenti più vecchi|avanti",
	"następna|następny|następna strona|dalej|nowsze komentarze|starsze komentarze",
	"próxima|próximo|seguinte|próxima página|página seguinte|comentários mais recentes|comentários mais antigos|mais comentários",
	"следующая|следующая страница|вперёд|вперед|далее|дальше|след.|новые комментарии|предыдущие комментарии",
	"volgende|volgende pagina|nieuwere reacties|oudere reacties|meer reacties",
	"sonraki|sonraki sayfa|ileri|yeni yorumlar|eski yorumlar|önceki yorumlar|daha fazla yorum",
	"次へ|次|次のページ|次のコメント|新しいコメント|過去のコメント|古いコメント",
	"下一页|下一頁|下页|后页|较新评论|较旧评论|更多评论|更多留言",
)

// next is the address of the next page of comments, "" if there is none.
func (f *finder) next(topic bool) string {
	for _, m := range f.x.Metas {
		if topic && f.x.Attr(m, "rel") == "next" {
			return f.address(f.x.Attr(m, "href"))
		}
	}
	if len(f.found) == 0 {
		return ""
	}
	current := 0 // the number of this page, if a pager was passed that shows it without a link
	for n := dom.ID(0); n < dom.ID(f.x.Len()); n++ {
		node := f.x.Node(n)
		if node.Flags&(dom.InLink|dom.Blank|dom.NotText) == 0 && f.x.IsText(n) && len(node.HTML.Data) < 12 && f.inPager(n) {
			if k, ok := number(node.HTML.Data); ok {
				current = k
			}
			continue
		}
		if node.Tag != atom.A || f.x.Chars(n) > 30 || !topic && !f.region.Contains(n) && !f.follows(n) || f.inUnit(n) {
			continue
		}
		href := f.x.Attr(n, "href")
		if href == "" || strings.HasPrefix(href, "#") || strings.HasPrefix(href, "javascript:") {
			continue
		}
		if f.x.Attr(n, "rel") == "next" || f.isNextLabel(n) || current > 0 && f.x.Text(n) == strconv.Itoa(current+1) && f.inPager(n) {
			return f.address(href)
		}
	}
	return ""
}

// besideList is how many characters stand at most between the last unit and the links to other pages of comments.
const besideList = 200

// follows tells whether n stands right after the last unit.
func (f *finder) follows(n dom.ID) bool {
	last := f.found[len(f.found)-1].Last
	return n > last && f.x.CharsBetween(last+1, n) <= besideList
}

func (f *finder) isNextLabel(n dom.ID) bool {
	text := strings.ToLower(f.x.Text(n))
	if bare := strings.Trim(text, " ←→«»‹›>.…0123456789"); bare != "" { // "12 more comments…"
		text = bare
	}
	for _, w := range nextWords {
		if text == w {
			return f.inPager(n) || len(text) > 8
		}
	}
	return false
}

// inPager tells whether a link stands among those that lead to other pages.
func (f *finder) inPager(n dom.ID) bool {
	for up := 0; n > 0 && up < 5; n, up = f.x.Node(n).Parent, up+1 {
		if f.x.Node(n).Names&(dom.NamePager|dom.NameNav) != 0 || f.x.Node(n).Flags&dom.InNav != 0 {
			return true
		}
	}
	return false
}
