package thread

import (
	"encoding/json"
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dates"
	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

// store is how a site keeps comments as JSON for the program that draws them.
type store struct {
	name     string
	attr     string // the attribute of a hidden div that holds it; "" for a script
	begins   string // stands at the beginning of the script
	mark     string // stands in it
	list     string // the key of the list of comments
	body     string
	html     bool // the body is markup
	author   []string
	date     string
	id       string
	parent   string // the id of what is answered; "" where answers are nested
	children string // the key of the list of answers
	score    string
	opening  bool // the first of the list is the opening post
}

// stores are the stores that are known. They are read where the page shows no comments of its own.
var stores = [...]store{
	{
		name: "Discourse", attr: "data-preloaded", mark: "post_stream", list: "posts", body: "cooked", html: true, author: []string{"username", "name"},
		date: "created_at", id: "post_number", parent: "reply_to_post_number", opening: true,
	},
	{
		name: "Substack", begins: "_preloads", mark: "body_json", list: "comments", body: "body", author: []string{"name", "handle"},
		date: "date", id: "id", children: "children", score: "reaction_count",
	},
}

// Limits on what is read of a page's JSON.
const (
	maxScript    = 8 << 20 // bytes
	maxBeginning = 4 << 10 // bytes
	maxNesting   = 12      // objects, lists and texts that hold JSON again, down to the list of comments
	maxAnswers   = 64      // answers to answers
)

// readStores reads the comments that a page has as JSON alone.
func (f *finder) readStores() {
	for i := range stores {
		s := &stores[i]
		if s.attr == "" {
			f.readScripts(s)
		} else {
			f.readAttributes(s)
		}
		if len(f.stored) > 0 {
			f.ctx.Log.Add("thread", s.name, "chosen", "%d comments in a script", len(f.stored))
			return
		}
	}
}

// readScripts reads a store from the scripts of the page.
func (f *finder) readScripts(s *store) {
	for _, n := range f.x.Scripts {
		if child := f.x.Node(n).HTML.FirstChild; child != nil {
			f.readStore(s, child.Data)
		}
	}
}

// readAttributes reads a store from the hidden elements of the page.
func (f *finder) readAttributes(s *store) {
	for n := range dom.ID(f.x.Len()) {
		if node := f.x.Node(n); node.Tag == atom.Div && node.Flags&dom.InHidden != 0 {
			f.readStore(s, f.x.Attr(n, s.attr))
		}
	}
}

// readStore reads one script or attribute. Of several that hold comments the first counts.
func (f *finder) readStore(s *store, text string) {
	if len(f.stored) > 0 || !strings.Contains(text[:min(len(text), maxBeginning)], s.begins) || !strings.Contains(text, s.mark) {
		return
	}
	if len(text) > maxScript {
		f.ctx.Log.Add("thread", s.name, "dropped", "its script is longer than %d bytes", maxScript)
		return
	}
	if list := findList(decodeJSON(text), s.list, s.body, maxNesting); list != nil {
		f.addStored(s, list, -1, 0)
	}
}

// decodeJSON decodes a text that is JSON, or an assignment of JSON, or of a JSON text handed to JSON.parse. It is
// nil if there is none.
func decodeJSON(text string) any {
	text = strings.TrimSpace(text)
	if i := strings.IndexAny(text, "{[\""); i >= 0 {
		text = text[i:]
	}
	if i := strings.Index(text, "JSON.parse("); i >= 0 && !strings.HasPrefix(text, "{\"") {
		text = text[i+len("JSON.parse("):]
	}
	var v any
	if json.NewDecoder(strings.NewReader(text)).Decode(&v) != nil {
		return nil
	}
	return v
}

// findList gives the first list under the key whose objects have a body, nil if there is none.
func findList(v any, key, body string, depth int) []any {
	if depth == 0 {
		return nil
	}
	switch v := v.(type) {
	case map[string]any:
		if list, ok := v[key].([]any); ok && len(list) > 0 {
			if first, ok := list[0].(map[string]any); ok && first[body] != nil {
				return list
			}
		}
		for _, value := range v {
			if list := findList(value, key, body, depth-1); list != nil {
				return list
			}
		}
	case []any:
		for _, value := range v {
			if list := findList(value, key, body, depth-1); list != nil {
				return list
			}
		}
	case string:
		if len(v) > 2 && (v[0] == '{' || v[0] == '[') {
			return findList(decodeJSON(v), key, body, depth-1)
		}
	}
	return nil
}

// addStored adds the comments of a list and their answers.
func (f *finder) addStored(s *store, list []any, parent, depth int) {
	byID := map[string]int{}
	for _, item := range list {
		o, ok := item.(map[string]any)
		if !ok {
			continue
		}
		u := Unit{Root: dom.None, Parent: parent, Kind: page.Remark, ID: scalar(o[s.id])}
		if p, ok := byID[scalar(o[s.parent])]; ok && s.parent != "" {
			u.Parent = p
		}
		for _, key := range s.author {
			if name := trimName(scalar(o[key])); isName(name) {
				u.Author = &page.Person{Name: name}
				break
			}
		}
		if d, ok := dates.Machine(scalar(o[s.date])); ok {
			u.Published = d
		}
		if n, err := strconv.Atoi(scalar(o[s.score])); err == nil {
			u.Score = &n
		}
		f.setText(&u, scalar(o[s.body]), s.html)
		byID[u.ID] = len(f.stored)
		f.stored = append(f.stored, u)
		if answers, ok := o[s.children].([]any); ok && depth < maxAnswers {
			f.addStored(s, answers, len(f.stored)-1, depth+1)
		}
	}
	f.storedOpening = s.opening
}

// scalar is a JSON string or number as text, "" for what is neither.
func scalar(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return ""
}
