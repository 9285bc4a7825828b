// Package page is the document model: what a reader finds on a blog page.
//
// A [Page] holds the article or the conversation as data, with no behaviour but walking and JSON. Field names
// follow schema.org where it has one. A value that the page does not have is the zero value in Go and null or
// an empty list in JSON, never a guess. The JSON form is described by docs/page.schema.json.
package page

// Page is one page as read.
type Page struct {
	Source string `json:"source"` // the file or URL as given by the caller
	URL    string `json:"url"`    // the canonical address
	Kind   Kind   `json:"kind"`

	Title    string `json:"title"`    // without the site's name
	Subtitle string `json:"subtitle"` // what stands under the title as part of it
	Site     string `json:"site"`     // the name of the site
	Language string `json:"language"` // BCP 47
	License  string `json:"license"`  // the address or the name of the licence

	Authors    []Person `json:"authors"`
	Published  Date     `json:"published"`
	Modified   Date     `json:"modified"`
	Categories []string `json:"categories"`
	Tags       []string `json:"tags"`
	Image      *Image   `json:"image"` // the page's main image

	Summary  *Summary   `json:"summary"`
	Sections []*Section `json:"sections"`
	// Text is the main content as plain text, blocks parted by an empty line. Of an article it is the body
	// without comments; of a thread the whole conversation: author, date and body, post after post, longer quotes of
	// earlier posts left out.
	Text  string `json:"text"`
	Words int    `json:"words"` // words in Text
	// Confidence says how sure the extraction is, from 0 to 1.
	Confidence float64 `json:"confidence"`

	Post       *Post      `json:"post"` // of a thread: its opening post, if this page has it
	Comments   Comments   `json:"comments"`
	Pagination Pagination `json:"pagination"`
}

// Kind says what sort of page it is.
type Kind string

// The kinds of page.
const (
	Article       Kind = "article"
	Thread        Kind = "thread" // a forum topic, a question with answers, a link discussion
	Documentation Kind = "documentation"
	Listing       Kind = "listing" // a list of links to articles
	Product       Kind = "product"
	Collection    Kind = "collection" // a category of products or items
	Service       Kind = "service"    // a page that presents a service or a company
	Other         Kind = "other"
)

// Person is an author.
type Person struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

// Image is a picture with what the page says about it.
type Image struct {
	URL     string `json:"url"`
	Alt     string `json:"alt"`
	Caption string `json:"caption"`
}

// Summary is a short text that stands for the whole.
type Summary struct {
	Text   string        `json:"text"`
	Origin SummaryOrigin `json:"origin"`
}

// SummaryOrigin says where a summary comes from.
type SummaryOrigin string

// The origins of a summary.
const (
	FromPage     SummaryOrigin = "page"     // a standfirst or a summary box that readers see
	FromMetadata SummaryOrigin = "metadata" // the description in the page's head
	FromLead     SummaryOrigin = "lead"     // the article's own first paragraph, marked as its lead
)

// Pagination tells the place of this page in an article or thread that runs over several pages.
type Pagination struct {
	Next     string `json:"next"` // address
	Previous string `json:"previous"`
	Page     int    `json:"page"`  // from 1; 0 if unknown
	Pages    int    `json:"pages"` // how many there are; 0 if unknown
}

// Section is a heading with what stands under it. Text before the first heading is a section without heading.
type Section struct {
	Heading string `json:"heading"`
	// Inlines is the heading with its markup; nil where it has none.
	Inlines  []Inline   `json:"inlines"`
	Level    int        `json:"level"` // 1 to 6 as in h1 to h6; 0 without heading
	ID       string     `json:"id"`    // the fragment that links to it
	Blocks   []*Block   `json:"blocks"`
	Sections []*Section `json:"sections"`
}
