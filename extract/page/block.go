package page

// Block is a paragraph, a list, a table: one piece of content under a heading. Type says which of the fields it
// has besides Text; all others are zero.
type Block struct {
	Type BlockType `json:"type"`
	// Text is the block as plain text: a paragraph's words, a list's items line by line, a table's rows line by
	// line with cells parted by tabs, code as it stands, a figure's caption. Inlines flatten to it, a break as a line
	// end and an image as nothing.
	Text string `json:"text"`
	// Inlines is the text of a paragraph or the caption of a figure with its markup; nil where it has none. Of a table
	// it is the caption, which is no part of its Text.
	Inlines []Inline `json:"inlines"`
	ID      string   `json:"id"` // the fragment that links to it

	Ordered  bool     `json:"ordered"`  // list: numbered
	Start    int      `json:"start"`    // list: the first number of an ordered list that does not start at 1; else 0
	Items    []*Item  `json:"items"`    // list: its items; footnotes: the notes
	Blocks   []*Block `json:"blocks"`   // quote: its content
	Cite     string   `json:"cite"`     // quote: who or what is quoted
	Language string   `json:"language"` // code: the programming language, lower case, as the page names it
	Rows     []Row    `json:"rows"`     // table
	Images   []Image  `json:"images"`   // figure
	URL      string   `json:"url"`      // embed: what is embedded; quote: its source
	Provider string   `json:"provider"` // embed: youtube, vimeo, twitter, ...; "" if not known
	Summary  string   `json:"summary"`  // quote that is a callout or a disclosure: its label
	// Disclosure marks a quote that readers open and close, as HTML's details.
	Disclosure bool `json:"disclosure"`
}

// BlockType names the sort of a block.
type BlockType string

// The types of block.
const (
	Paragraph BlockType = "paragraph"
	List      BlockType = "list"
	Quote     BlockType = "quote"
	Code      BlockType = "code" // preformatted text; Text is verbatim
	Table     BlockType = "table"
	Figure    BlockType = "figure"
	Embed     BlockType = "embed"
	Math      BlockType = "math" // a formula that stands alone; Text is LaTeX
	Separator BlockType = "separator"
	Footnotes BlockType = "footnotes"
)

// Item is an entry of a list, or a note of footnotes.
type Item struct {
	// Term is what a definition list's entry defines, or a note's label.
	Term   string   `json:"term"`
	ID     string   `json:"id"` // of a note: the fragment that its mark links to
	Blocks []*Block `json:"blocks"`
}

// Row is a row of a table.
type Row struct {
	Cells []Cell `json:"cells"`
}

// Cell is a cell of a table.
type Cell struct {
	Text    string   `json:"text"`
	Inlines []Inline `json:"inlines"` // nil where the text has no markup
	Header  bool     `json:"header"`
	ColSpan int      `json:"colspan"` // 0 stands for 1
	RowSpan int      `json:"rowspan"` // 0 stands for 1
}

// Inline is a piece of text with its markup. Type says which of the fields it has.
type Inline struct {
	Type    InlineType `json:"type"`
	Text    string     `json:"text"`    // text, code, math (LaTeX), note (its mark), abbreviation; an image's alternative text
	Inlines []Inline   `json:"inlines"` // link, emphasis, strong, deleted, mark, sub, sup: what it encloses
	URL     string     `json:"url"`     // link, image: address; note: #id of the footnote
	Title   string     `json:"title"`   // link, image, abbreviation: what it stands for
}

// InlineType names the sort of an inline.
type InlineType string

// The types of inline.
const (
	Text         InlineType = "text"
	Link         InlineType = "link"
	Emphasis     InlineType = "emphasis"
	Strong       InlineType = "strong"
	Deleted      InlineType = "deleted"
	Highlight    InlineType = "highlight"
	Subscript    InlineType = "subscript"
	Superscript  InlineType = "superscript"
	InlineCode   InlineType = "code"
	InlineImage  InlineType = "image"
	InlineMath   InlineType = "math"
	Note         InlineType = "note" // the mark of a footnote
	Break        InlineType = "break"
	Abbreviation InlineType = "abbreviation"
)

// Content is the block's text as inlines, also where it has no markup.
func (b *Block) Content() []Inline { return content(b.Inlines, b.Text) }

// Content is the heading as inlines, also where it has no markup.
func (s *Section) Content() []Inline { return content(s.Inlines, s.Heading) }

// Content is the cell's text as inlines, also where it has no markup.
func (c *Cell) Content() []Inline { return content(c.Inlines, c.Text) }

func content(inlines []Inline, text string) []Inline {
	if inlines == nil && text != "" {
		return []Inline{{Type: Text, Text: text}}
	}
	return inlines
}
