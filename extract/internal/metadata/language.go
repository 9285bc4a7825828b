package metadata

import (
	"strings"

	"github.com/abadojack/whatlanggo"
	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/structured"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/language"
)

// Language is the language of a page as a BCP 47 tag, "" if it cannot be told: the one that the page declares, else
// the one that its text is in. A page that declares English and is not in English has the language of its text, for
// English is what themes declare when nobody sets it.
func Language(x *dom.Index, data *structured.Data) string {
	declared := declaredLanguage(x, data)
	if declared != "" && !strings.HasPrefix(declared, "en") {
		return declared
	}
	sample := sampleOf(x)
	if declared != "" && (len(sample) < minSample || isEnglish(sample)) {
		return declared
	}
	detected, confidence := detect(sample)
	if declared == "" && confidence >= reliable || declared != "" && confidence >= certain {
		return detected
	}
	return declared
}

// LanguageOf is the language that a plain text is in, "" if it cannot be told.
func LanguageOf(text string) string {
	sample := strings.ToValidUTF8(text[:min(len(text), sampleSize)], "")
	if code, confidence := detect(sample); confidence >= reliable {
		return code
	}
	return ""
}

// The confidence of the detector from which its word is taken where the page declares nothing (its authors' own
// threshold), and where the page declares something else.
const (
	reliable = whatlanggo.ReliableConfidenceThreshold
	certain  = 0.99
)

// declaredLanguage is the language that the page states.
func declaredLanguage(x *dom.Index, data *structured.Data) string {
	root := htmlElement(x)
	for _, attr := range []string{"lang", "xml:lang"} {
		if tag := languageTag(x.Attr(root, attr)); tag != "" {
			return tag
		}
	}
	for _, key := range []string{"content-language", "language", "dc.language", "dcterms.language", "og:locale"} {
		for _, n := range x.Metas {
			if strings.EqualFold(x.Attr(n, "http-equiv"), key) || strings.EqualFold(x.Attr(n, "name"), key) || x.Attr(n, "property") == key {
				if tag := languageTag(x.Attr(n, "content")); tag != "" {
					return tag
				}
			}
		}
	}
	for t := range data.All(append(pageTypes, articleTypes...)...) {
		if tag := languageTag(t.Text("inLanguage")); tag != "" {
			return tag
		}
	}
	return ""
}

// htmlElement is the html element of the page, or the root if it has none.
func htmlElement(x *dom.Index) dom.ID {
	for n := range dom.ID(min(x.Len(), 3)) {
		if x.Is(n, atom.Html) {
			return n
		}
	}
	return 0
}

// languageTag is s as a canonical BCP 47 tag, "" if it is none: en_US gives en-US, "de, en" gives de.
func languageTag(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(s), ",")
	if s == "" || len(s) > 35 { // RFC 5646, section 4.4.1
		return ""
	}
	tag, err := language.Parse(s)
	if err != nil || tag.IsRoot() {
		return ""
	}
	return tag.String()
}

const (
	// sampleSize is how many bytes of text a language is told from. With 400 the detector is right on 99% of pages.
	sampleSize = 600
	// minSample is how many bytes it takes to doubt what the page declares.
	minSample = 300
)

// sampleOf is text from the longest blocks of the page: paragraphs of its content, not its menus and notices.
func sampleOf(x *dom.Index) string {
	var longest [3]int
	blocks := x.Blocks()
	for i := range blocks {
		b := &blocks[i]
		if b.Links*3 > b.Chars || b.Flags&(dom.InPre|dom.InHidden|dom.InDialog) != 0 {
			continue
		}
		for k, j := 0, i; k < len(longest) && j >= 0; k++ {
			if other := longest[k] - 1; other < 0 || blocks[j].Chars > blocks[other].Chars {
				longest[k], j = j+1, other
			}
		}
	}
	var sample []byte
	for _, i := range longest {
		if i > 0 && len(sample) < sampleSize {
			sample = appendSample(sample, x, blocks[i-1])
		}
	}
	return string(sample)
}

// appendSample appends the beginning of a block.
func appendSample(sample []byte, x *dom.Index, b dom.Block) []byte {
	for n := b.First; n <= b.Last && len(sample) < sampleSize; n++ {
		if x.IsText(n) && x.Node(n).Flags&dom.NotText == 0 {
			text := x.Node(n).HTML.Data
			text = strings.ToValidUTF8(text[:min(len(text), sampleSize-len(sample))], "")
			sample = append(append(sample, ' '), collapse(text)...)
		}
	}
	return sample
}

// isEnglish tells whether a text has as many of the commonest English words as English has. They are a quarter of
// the words of English prose and less than a twentieth of other languages' where they happen to be words at all.
func isEnglish(s string) bool {
	all, common := 0, 0
	for w := range strings.FieldsSeq(s) {
		all++
		if len(w) <= 4 && commonEnglish[strings.ToLower(w)] {
			common++
		}
	}
	return common*12 >= all
}

var commonEnglish = words("the of and to is that for it with are you this be as from or by at was your we an has not can have on")

// spoken are the languages among which the detector chooses: those in which most of the web is written. Out of all that
// it knows it would take a list of names for a rare one.
var spoken = func() whatlanggo.Options {
	langs := []whatlanggo.Lang{
		whatlanggo.Eng, whatlanggo.Deu, whatlanggo.Fra, whatlanggo.Spa, whatlanggo.Ita, whatlanggo.Por, whatlanggo.Nld, whatlanggo.Pol,
		whatlanggo.Rus, whatlanggo.Ukr, whatlanggo.Bel, whatlanggo.Bul, whatlanggo.Srp, whatlanggo.Hrv, whatlanggo.Slv, whatlanggo.Ces,
		whatlanggo.Swe, whatlanggo.Dan, whatlanggo.Nob, whatlanggo.Fin, whatlanggo.Est, whatlanggo.Lav, whatlanggo.Lit, whatlanggo.Hun,
		whatlanggo.Ron, whatlanggo.Ell, whatlanggo.Tur, whatlanggo.Arb, whatlanggo.Pes, whatlanggo.Heb, whatlanggo.Hin, whatlanggo.Ben,
		whatlanggo.Tam, whatlanggo.Tel, whatlanggo.Urd, whatlanggo.Tha, whatlanggo.Vie, whatlanggo.Ind, whatlanggo.Cmn, whatlanggo.Jpn,
		whatlanggo.Kor,
	}
	m := make(map[whatlanggo.Lang]bool, len(langs))
	for _, l := range langs {
		m[l] = true
	}
	return whatlanggo.Options{Whitelist: m}
}()

// cyrillic are the letters that of the languages with Cyrillic letters some have and others do not (Unicode CLDR,
// exemplar characters), in the order in which they decide: Belarusian has the Russian ы too.
var cyrillic = [...]struct{ code, letters string }{
	{"be", "ў"}, {"uk", "їєґ"}, {"sr", "ђћџљњј"}, {"ru", "ыэё"},
}

// alphabet tells a language with Cyrillic letters by those that it alone has, "" if there are none.
func alphabet(s string) string {
	for _, c := range cyrillic {
		if strings.ContainsAny(s, c.letters) {
			return c.code
		}
	}
	return ""
}

// detect tells the language of a text as an ISO 639-1 code, and how sure it is, from 0 to 1.
func detect(s string) (code string, confidence float64) {
	if code := alphabet(s); code != "" {
		return code, 1
	}
	info := whatlanggo.DetectWithOptions(s, spoken)
	if info.Lang < 0 {
		return "", 0
	}
	return info.Lang.Iso6391(), info.Confidence
}
