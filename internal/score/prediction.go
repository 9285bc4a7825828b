package score

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/scholia/scholia/extract/page"
)

// Prediction is what a program says that a page holds: the fields of a page's JSON form that measures look at. Authors
// may also be plain names, the opening post a plain text, the comments a plain list: as other programs print them.
type Prediction struct {
	Source     string    `json:"source"`
	Kind       page.Kind `json:"kind"`
	Confidence float64   `json:"confidence"`
	Title      string    `json:"title"`
	Authors    []name    `json:"authors"`
	Published  string    `json:"published"`
	Summary    struct {
		Text string `json:"text"`
	} `json:"summary"`
	Sections []*section `json:"sections"`
	Text     string     `json:"text"`
	Post     *post      `json:"post"`
	Comments comments   `json:"comments"`
}

type section struct {
	Heading string `json:"heading"`
	Blocks  []struct {
		Type page.BlockType `json:"type"`
	} `json:"blocks"`
	Sections []*section `json:"sections"`
}

type comment struct {
	ID        string           `json:"id"`
	Author    name             `json:"author"`
	Published string           `json:"published"`
	Text      string           `json:"text"`
	Kind      page.CommentKind `json:"kind"`
	Replies   []*comment       `json:"replies"`
}

// name is the name of a person, given as such or in an object.
type name string

func (n *name) UnmarshalJSON(b []byte) error {
	return stringOrObject(b, (*string)(n), func(b []byte) error {
		var person struct {
			Name string `json:"name"`
		}
		err := json.Unmarshal(b, &person)
		*n = name(person.Name)
		return err
	})
}

// post is the opening post of a thread, given as text or as an object.
type post struct {
	Text   string
	object bool
}

func (p *post) UnmarshalJSON(b []byte) error {
	return stringOrObject(b, &p.Text, func(b []byte) error {
		type plain post
		p.object = true
		return json.Unmarshal(b, (*plain)(p))
	})
}

func stringOrObject(b []byte, s *string, object func([]byte) error) error {
	if b[0] == '{' {
		return object(b)
	}
	return json.Unmarshal(b, s)
}

// comments are a conversation. A plain list of comments declares nothing.
type comments struct {
	Declared *int       `json:"declared"`
	Open     *bool      `json:"open"`
	Next     string     `json:"next"`
	Items    []*comment `json:"items"`
}

func (c *comments) UnmarshalJSON(b []byte) error {
	if b[0] == '[' {
		return json.Unmarshal(b, &c.Items)
	}
	type plain comments
	return json.Unmarshal(b, (*plain)(c))
}

// listed is a comment with the index of the one that it answers, -1 at top level.
type listed struct {
	*comment
	parent int
}

// flat lists the comments, each before its replies.
func (c *comments) flat() []listed {
	var list []listed
	var walk func(items []*comment, parent int)
	walk = func(items []*comment, parent int) {
		for _, item := range items {
			list = append(list, listed{item, parent})
			walk(item.Replies, len(list)-1)
		}
	}
	walk(c.Items, -1)
	return list
}

// names are the authors' names as words, empty ones too.
func (p *Prediction) names() []string {
	names := make([]string, len(p.Authors))
	for i, a := range p.Authors {
		names[i] = norm(string(a))
	}
	return names
}

// opening is the text of a thread's opening post: its post, or its text where there is no such field.
func (p *Prediction) opening() string {
	if p.Post != nil && (p.Post.object || p.Post.Text != "") {
		return p.Post.Text
	}
	return p.Text
}

// Predictions are pages by the ID of their source.
type Predictions map[string]*Prediction

// ID is what a page is called in gold data: its file's name without directory and without .gz, .html or .htm.
func ID(source string) string {
	id := source[strings.LastIndexByte(source, '/')+1:]
	for _, ending := range [...]string{".gz", ".html", ".htm"} {
		id = strings.TrimSuffix(id, ending)
	}
	return id
}

// of is the prediction for a page, an empty one if there is none.
func (p Predictions) of(id string) *Prediction {
	if prediction := p[id]; prediction != nil {
		return prediction
	}
	return &Prediction{}
}

// Add reads a page in its JSON form.
func (p Predictions) Add(line []byte) error {
	var prediction Prediction
	if err := json.Unmarshal(line, &prediction); err != nil {
		return err
	}
	p[ID(prediction.Source)] = &prediction
	return nil
}

// ReadPredictions reads pages in their JSON form, a line each. The error names the line.
func ReadPredictions(r io.Reader) (Predictions, error) {
	predictions := Predictions{}
	lines := bufio.NewReader(r)
	for n := 1; ; n++ {
		line, err := lines.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			if err := predictions.Add(line); err != nil {
				return nil, fmt.Errorf("line %d is no page as extract --format jsonl prints it: %w", n, err)
			}
		}
		if err == io.EOF {
			return predictions, nil
		}
		if err != nil {
			return nil, err
		}
	}
}
