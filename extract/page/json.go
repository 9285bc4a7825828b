package page

import (
	"encoding/json"
	"strconv"
	"unicode/utf8"
)

// The contract wants null where Go has an empty string and [] where Go has nil, which struct tags cannot say.
// So a Page is written by hand, field by field in the contract's order, in one buffer and without reflection;
// reading it back needs no code, for encoding/json turns null into the zero value.

// MarshalJSON writes the page as docs/page.schema.json describes it.
func (p Page) MarshalJSON() ([]byte, error) { return p.AppendJSON(nil), nil }

// MarshalJSON writes the comment with its replies as docs/page.schema.json describes it.
func (c Comment) MarshalJSON() ([]byte, error) {
	w := writer{}
	w.comment(&c)
	return w.buf, nil
}

// MarshalJSON writes the post as docs/page.schema.json describes it.
func (p Post) MarshalJSON() ([]byte, error) {
	w := writer{}
	w.open('{')
	w.post(&p)
	w.close('}')
	return w.buf, nil
}

// MarshalJSON writes the section with all it holds as docs/page.schema.json describes it.
func (s Section) MarshalJSON() ([]byte, error) {
	w := writer{}
	w.section(&s)
	return w.buf, nil
}

// MarshalJSON writes the block as docs/page.schema.json describes it: only the fields that its type has.
func (b Block) MarshalJSON() ([]byte, error) {
	w := writer{}
	w.block(&b)
	return w.buf, nil
}

// AppendJSON appends the page as one line of JSON to buf.
func (p *Page) AppendJSON(buf []byte) []byte {
	w := writer{buf: buf}
	w.page(p)
	return w.buf
}

func (w *writer) page(p *Page) {
	w.open('{')
	w.str("source", p.Source)
	w.str("url", p.URL)
	w.text("kind", string(p.Kind))
	w.str("title", p.Title)
	w.str("subtitle", p.Subtitle)
	w.str("site", p.Site)
	w.str("language", p.Language)
	w.str("license", p.License)
	w.key("authors")
	list(w, p.Authors, w.person)
	w.str("published", string(p.Published))
	w.str("modified", string(p.Modified))
	w.key("categories")
	list(w, p.Categories, w.value)
	w.key("tags")
	list(w, p.Tags, w.value)
	w.key("image")
	orNull(w, p.Image, w.image)
	w.key("summary")
	orNull(w, p.Summary, w.summary)
	w.key("sections")
	list(w, p.Sections, w.section)
	w.text("text", p.Text)
	w.int("words", p.Words)
	w.key("confidence")
	w.buf = strconv.AppendFloat(w.buf, p.Confidence, 'g', -1, 64)
	w.key("post")
	orNull(w, p.Post, func(p *Post) { w.open('{'); w.post(p); w.close('}') })
	w.key("comments")
	w.comments(&p.Comments)
	w.key("pagination")
	w.pagination(&p.Pagination)
	w.close('}')
}

func (w *writer) person(p Person) {
	w.open('{')
	w.str("name", p.Name)
	w.str("url", p.URL)
	w.close('}')
}

func (w *writer) image(i *Image) {
	w.open('{')
	w.str("url", i.URL)
	w.str("alt", i.Alt)
	w.str("caption", i.Caption)
	w.close('}')
}

func (w *writer) summary(s *Summary) {
	w.open('{')
	w.text("text", s.Text)
	w.text("origin", string(s.Origin))
	w.close('}')
}

func (w *writer) pagination(p *Pagination) {
	w.open('{')
	w.str("next", p.Next)
	w.str("previous", p.Previous)
	w.number("page", p.Page)
	w.number("pages", p.Pages)
	w.close('}')
}

func (w *writer) comments(c *Comments) {
	w.open('{')
	w.key("declared")
	orNull(w, c.Declared, func(n *int) { w.buf = strconv.AppendInt(w.buf, int64(*n), 10) })
	w.int("found", c.Found)
	w.key("open")
	orNull(w, c.Open, func(b *bool) { w.buf = strconv.AppendBool(w.buf, *b) })
	w.str("next", c.Next)
	w.str("discussion_url", c.DiscussionURL)
	w.key("items")
	list(w, c.Items, w.comment)
	w.close('}')
}

func (w *writer) post(p *Post) {
	w.str("id", p.ID)
	w.str("url", p.URL)
	w.key("author")
	orNull(w, p.Author, func(p *Person) { w.person(*p) })
	w.str("published", string(p.Published))
	w.str("published_text", p.PublishedText)
	w.text("text", p.Text)
	w.key("blocks")
	list(w, p.Blocks, w.block)
	w.key("score")
	orNull(w, p.Score, func(n *int) { w.buf = strconv.AppendInt(w.buf, int64(*n), 10) })
}

func (w *writer) comment(c *Comment) {
	w.open('{')
	w.post(&c.Post)
	w.text("kind", string(c.Kind))
	w.bool("accepted", c.Accepted)
	w.key("replies")
	list(w, c.Replies, w.comment)
	w.close('}')
}

func (w *writer) section(s *Section) {
	w.open('{')
	w.str("heading", s.Heading)
	w.markup(s.Inlines)
	w.int("level", s.Level)
	w.str("id", s.ID)
	w.key("blocks")
	list(w, s.Blocks, w.block)
	w.key("sections")
	list(w, s.Sections, w.section)
	w.close('}')
}

func (w *writer) block(b *Block) {
	w.open('{')
	w.text("type", string(b.Type))
	w.text("text", b.Text)
	w.markup(b.Inlines)
	w.given("id", b.ID)
	switch b.Type {
	case List:
		w.bool("ordered", b.Ordered)
		if b.Start != 0 {
			w.int("start", b.Start)
		}
		w.key("items")
		list(w, b.Items, w.item)
	case Footnotes:
		w.key("items")
		list(w, b.Items, w.item)
	case Quote:
		w.str("cite", b.Cite)
		w.str("url", b.URL)
		w.given("summary", b.Summary)
		if b.Disclosure {
			w.bool("disclosure", true)
		}
		w.key("blocks")
		list(w, b.Blocks, w.block)
	case Code:
		w.str("language", b.Language)
	case Table:
		w.key("rows")
		list(w, b.Rows, w.row)
	case Figure:
		w.key("images")
		list(w, b.Images, func(i Image) { w.image(&i) })
	case Embed:
		w.str("url", b.URL)
		w.str("provider", b.Provider)
	}
	w.close('}')
}

func (w *writer) item(i *Item) {
	w.open('{')
	w.given("term", i.Term)
	w.given("id", i.ID)
	w.key("blocks")
	list(w, i.Blocks, w.block)
	w.close('}')
}

func (w *writer) row(r Row) {
	w.open('{')
	w.key("cells")
	list(w, r.Cells, w.cell)
	w.close('}')
}

func (w *writer) cell(c Cell) {
	w.open('{')
	w.text("text", c.Text)
	w.markup(c.Inlines)
	w.bool("header", c.Header)
	if c.ColSpan > 1 {
		w.int("colspan", c.ColSpan)
	}
	if c.RowSpan > 1 {
		w.int("rowspan", c.RowSpan)
	}
	w.close('}')
}

// markup writes inlines where there are any: a text without markup says all with its text.
func (w *writer) markup(inlines []Inline) {
	if inlines != nil {
		w.key("inlines")
		list(w, inlines, w.inline)
	}
}

func (w *writer) inline(i Inline) {
	w.open('{')
	w.text("type", string(i.Type))
	w.given("text", i.Text)
	w.markup(i.Inlines)
	w.given("url", i.URL)
	w.given("title", i.Title)
	w.close('}')
}

// writer appends JSON to a buffer.
type writer struct{ buf []byte }

func (w *writer) open(bracket byte)  { w.buf = append(w.buf, bracket) }
func (w *writer) close(bracket byte) { w.buf = append(w.buf, bracket) }

// key writes a field's name, and a comma before it unless it is the object's first.
func (w *writer) key(name string) {
	if w.buf[len(w.buf)-1] != '{' {
		w.buf = append(w.buf, ',')
	}
	w.buf = append(w.buf, '"')
	w.buf = append(w.buf, name...)
	w.buf = append(w.buf, '"', ':')
}

// str writes a field that is null when s is empty.
func (w *writer) str(name, s string) {
	w.key(name)
	if s == "" {
		w.buf = append(w.buf, "null"...)
		return
	}
	w.value(s)
}

// text writes a field that is a string also when it is empty.
func (w *writer) text(name, s string) { w.key(name); w.value(s) }

// given writes a field only when s is not empty.
func (w *writer) given(name, s string) {
	if s != "" {
		w.text(name, s)
	}
}

func (w *writer) int(name string, n int) {
	w.key(name)
	w.buf = strconv.AppendInt(w.buf, int64(n), 10)
}

// number writes a field that is null when n is 0.
func (w *writer) number(name string, n int) {
	if n == 0 {
		w.str(name, "")
		return
	}
	w.int(name, n)
}

func (w *writer) bool(name string, b bool) {
	w.key(name)
	w.buf = strconv.AppendBool(w.buf, b)
}

func list[T any](w *writer, items []T, write func(T)) {
	w.open('[')
	for i := range items {
		if i > 0 {
			w.buf = append(w.buf, ',')
		}
		write(items[i])
	}
	w.close(']')
}

func orNull[T any](w *writer, v *T, write func(*T)) {
	if v == nil {
		w.buf = append(w.buf, "null"...)
		return
	}
	write(v)
}

// value writes a JSON string (RFC 8259, section 7); bytes that are not UTF-8 become U+FFFD. U+2028 and U+2029 are
// escaped, so that the output is JavaScript too.
func (w *writer) value(s string) {
	const hex = "0123456789abcdef"
	b := append(w.buf, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' && c < utf8.RuneSelf {
			i++
			continue
		}
		size, escape := 1, ""
		switch {
		case c == '"':
			escape = `\"`
		case c == '\\':
			escape = `\\`
		case c == '\n':
			escape = `\n`
		case c == '\t':
			escape = `\t`
		case c < ' ':
			escape = `\u00` + string([]byte{hex[c>>4], hex[c&15]})
		default:
			var r rune
			r, size = utf8.DecodeRuneInString(s[i:])
			switch {
			case r == utf8.RuneError && size == 1:
				escape = "\uFFFD"
			case r == '\u2028':
				escape = `\u2028`
			case r == '\u2029':
				escape = `\u2029`
			}
		}
		if escape != "" {
			b = append(append(b, s[start:i]...), escape...)
			start = i + size
		}
		i += size
	}
	w.buf = append(append(b, s[start:]...), '"')
}

var (
	_ json.Marshaler = Page{}
	_ json.Marshaler = Comment{}
	_ json.Marshaler = Post{}
	_ json.Marshaler = Section{}
	_ json.Marshaler = Block{}
)
