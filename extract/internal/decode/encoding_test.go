package decode

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// encoded is s in the named encoding.
func encoded(t *testing.T, name, s string) []byte {
	t.Helper()
	e, _ := charset.Lookup(name)
	b, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

const (
	german      = "Der Bäcker öffnet früh, denn die Gäste mögen warme Brötchen und süßen Kuchen. “Köstlich!” sagt Frau Müller."
	polish      = "Zażółć gęślą jaźń. Wczoraj wieczorem poszliśmy do teatru, żeby obejrzeć nową sztukę. Aktorzy grali świetnie, a publiczność długo biła brawo. Myślę, że warto było czekać przez cały rok."
	russian     = "Вчера мы ходили в театр, чтобы посмотреть новую пьесу. Актёры играли прекрасно, и зрители долго не хотели уходить. Я думаю, что стоило ждать целый год, хотя билеты были дорогие."
	japanese    = "昨日は新しい芝居を見に劇場へ行きました。俳優たちの演技はとても素晴らしく、観客はなかなか帰りませんでした。一年間待つ価値があったと思います。"
	simplified  = "昨天我们去剧院看了一出新戏。演员们演得非常好，观众久久不愿离开。我认为等一年是值得的，虽然票价有点贵。大家都说下次还要再来。"
	traditional = "昨天我們去劇院看了一齣新戲。演員們演得非常好，觀眾久久不願離開。我認為等一年是值得的，雖然票價有點貴。大家都說下次還要再來。"
	korean      = "어제 우리는 새 연극을 보러 극장에 갔습니다. 배우들의 연기가 정말 훌륭해서 관객들은 오랫동안 떠나지 않았습니다. 일 년을 기다릴 만했다고 생각합니다."
)

// page puts text into the markup of a blog, which is English as everywhere.
func page(head, text string) string {
	return "<html><head>" + head + `<title>x</title><link rel="stylesheet" href="/style.css"></head><body class="home blog">
<div id="header"><a href="/" title="Home">Home</a></div><div class="entry-content"><p>` + text + `</p></div>
<div id="footer">Powered by WordPress</div></body></html>`
}

func TestEncoding(t *testing.T) {
	meta := func(name string) string { return `<meta charset="` + name + `">` }
	tests := []struct {
		name, encoding, contentType, head, text string
		want                                    string // "" for the encoding itself
	}{
		{"utf-8, nothing declared", "utf-8", "", "", russian, ""},
		{"header", "koi8-r", "text/html; charset=KOI8-R", "", russian, ""},
		{"header before meta", "koi8-r", "text/html; charset=koi8-r", meta("windows-1251"), russian, ""},
		{"meta", "windows-1251", "text/html", meta("cp1251"), russian, ""},
		{"meta pragma", "euc-jp", "", `<meta http-equiv="Content-Type" content="text/html; charset=EUC-JP">`, japanese, ""},
		{"meta after much else", "iso-8859-2", "", "<script>" + strings.Repeat("x();", 500) + "</script>" + meta("iso-8859-2"), polish, ""},
		{"iso-2022-jp", "iso-2022-jp", "", meta("iso-2022-jp"), japanese, ""},
		{"latin 1 is windows-1252", "windows-1252", "text/html; charset=iso-8859-1", "", german, ""},
		{"declared utf-8, is windows-1252", "windows-1252", "", meta("utf-8"), german, ""},
		{"declared iso-8859-1, is utf-8", "utf-8", "text/html; charset=ISO-8859-1", meta("iso-8859-1"), german, ""},
		{"declared utf-16 in ascii, is utf-8", "utf-8", "", meta("utf-16"), german, ""},
		{"unknown name", "utf-8", "text/html; charset=utf8mb4", meta("none"), german, ""},
		{"windows-1252 detected", "windows-1252", "", "", german, ""},
		{"iso-8859-2 detected", "iso-8859-2", "", "", polish, ""},
		{"windows-1251 detected", "windows-1251", "", "", russian, ""},
		{"koi8-r detected", "koi8-r", "", "", russian, ""},
		{"shift-jis detected", "shift_jis", "", "", japanese, ""},
		{"euc-jp detected", "euc-jp", "", "", japanese, ""},
		{"gbk detected", "gbk", "", "", simplified, "gb18030"},
		{"big5 detected", "big5", "", "", traditional, ""},
		{"euc-kr detected", "euc-kr", "", "", korean, ""},
		{"utf-16le without mark", "utf-16le", "", "", russian, ""},
		{"utf-16be without mark", "utf-16be", "", "", russian, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := Bytes(encoded(t, tt.encoding, page(tt.head, tt.text)), Options{ContentType: tt.contentType})
			if err != nil {
				t.Fatal(err)
			}
			want := tt.want
			if want == "" {
				want = tt.encoding
			}
			if doc.Encoding != want {
				t.Errorf("encoding %s, want %s", doc.Encoding, want)
			}
			if got := paragraph1(doc.Root); got != tt.text {
				t.Errorf("text %q\nwant %q", got, tt.text)
			}
		})
	}
}

// paragraph1 is the text of the first p.
func paragraph1(root *html.Node) string {
	for n := range root.Descendants() {
		if n.Data == "p" && n.FirstChild != nil {
			return n.FirstChild.Data
		}
	}
	return ""
}

func TestByteOrderMark(t *testing.T) {
	for _, tt := range []struct{ name, bytes, encoding string }{
		{"utf-8", "\xef\xbb\xbfh\xc3\xa9", "utf-8"},
		{"utf-16le", "\xff\xfeh\x00\xe9\x00", "utf-16le"},
		{"utf-16be", "\xfe\xff\x00h\x00\xe9", "utf-16be"},
	} {
		doc, err := Bytes([]byte(tt.bytes), Options{ContentType: "text/plain; charset=koi8-r"})
		if err != nil || doc.Text != "hé" || doc.Encoding != tt.encoding {
			t.Errorf("%s: %q, %s, %v", tt.name, doc.Text, doc.Encoding, err)
		}
	}
}

// A character cut in two is replaced; it does not make Latin 1 of a page in UTF-8.
func TestFaultyUTF8(t *testing.T) {
	b := strings.Repeat(german, 3) + "abge\xc3 schnitten"
	doc, err := Bytes([]byte(b), Options{})
	want := strings.Repeat(german, 3) + "abge\ufffd schnitten"
	if err != nil || doc.Text != want || doc.Encoding != "utf-8" {
		t.Errorf("%q, %s, %v", doc.Text, doc.Encoding, err)
	}
}
