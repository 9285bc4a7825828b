package thread

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dates"
	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/page"
)

// store is how a site keeps comments as JSON for the program that draws them. What is in an object is named by its key,
// what is deeper in it by the keys on the way there with dots between them.
type store struct {
	name     string
	attr     string // the attribute of a hidden div that holds it; "" for a script
	begins   string // stands at the beginning of the script
	mark     string // stands in it
	list     string // the key of the list of comments
	body     string
	html     bool // the body is markup
	author   []string
	people   string // the type of those objects of the list that are authors, whom the comments name by their ids
	date     string
	id       string
	number   string // the place of a comment in the topic, which the address of the comment ends with
	parent   string // the id of what is answered; "" where answers are nested
	children string // the key of the list of answers
	score    string
	opening  bool // the first of the list is the opening post

	// Of the object that holds the list:
	posts  string // how many posts the topic has
	locked string // whether one can no longer answer
}

// stores are the stores that are known. They are read where the page shows no comments of its own, or no dates of them.
var stores = [...]store{
	{
		name: "Discourse", attr: "data-preloaded", mark: "post_stream", list: "posts", body: "cooked", html: true, author: []string{"username", "name"},
		date: "created_at", id: "post_number", number: "post_number", parent: "reply_to_post_number", opening: true,
	},
	{
		name: "Flarum", begins: `"resources"`, mark: "apiDocument", list: "included", body: "attributes.contentHtml", html: true,
		author: []string{"attributes.displayName", "attributes.username"}, people: "users", date: "attributes.createdAt", id: "id",
		number: "attributes.number", score: "attributes.likesCount", opening: true,
		posts: "data.attributes.commentCount", locked: "data.attributes.isLocked",
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
	if holder := findList(decodeJSON(text), s, maxNesting); holder != nil {
		f.addStored(s, s.ordered(holder[s.list].([]any)), -1, 0)
		f.storedLocked = at(holder, s.locked) == true
		if n, err := strconv.Atoi(scalar(at(holder, s.posts))); err == nil && n > 0 {
			f.storedPosts = n
		}
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

// findList gives the first object with a list of comments, nil if there is none.
func findList(v any, s *store, depth int) map[string]any {
	if depth == 0 {
		return nil
	}
	switch v := v.(type) {
	case map[string]any:
		if list, ok := v[s.list].([]any); ok && slices.ContainsFunc(list, s.isComment) {
			return v
		}
		for _, key := range slices.Sorted(maps.Keys(v)) {
			if holder := findList(v[key], s, depth-1); holder != nil {
				return holder
			}
		}
	case []any:
		for _, value := range v {
			if holder := findList(value, s, depth-1); holder != nil {
				return holder
			}
		}
	case string:
		if len(v) > 2 && (v[0] == '{' || v[0] == '[') && strings.Contains(v, s.list) {
			return findList(decodeJSON(v), s, depth-1)
		}
	}
	return nil
}

// isComment tells a comment from the other objects of a list.
func (s *store) isComment(v any) bool {
	_, ok := at(v, s.body).(string)
	return ok
}

// at is what the path of keys leads to in an object, nil if that is nothing.
func at(v any, path string) any {
	if path == "" {
		return nil
	}
	for key := range strings.SplitSeq(path, ".") {
		o, ok := v.(map[string]any)
		if !ok {
			return nil
		}
		v = o[key]
	}
	return v
}

// ordered gives a list in the order of the topic, where its objects are in none.
func (s *store) ordered(list []any) []any {
	if s.people == "" {
		return list
	}
	number := func(v any) float64 { n, _ := at(v, s.number).(float64); return n }
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b any) int { return cmp.Compare(number(a), number(b)) })
	return list
}

// addStored adds the comments of a list and their answers.
func (f *finder) addStored(s *store, list []any, parent, depth int) {
	byID, people := map[string]int{}, s.peopleOf(list)
	for _, o := range list {
		if !s.isComment(o) {
			continue
		}
		u := Unit{Root: dom.None, Parent: parent, Kind: page.Remark, ID: scalar(at(o, s.id))}
		if p, ok := byID[scalar(at(o, s.parent))]; ok && s.parent != "" {
			u.Parent = p
		}
		if n := scalar(at(o, s.number)); n != "" && f.ctx.Base != nil {
			own := *f.ctx.Base
			own.RawQuery, own.Fragment = "", ""
			u.URL = own.JoinPath(n).String()
		}
		u.Author = s.authorOf(o, people)
		if d, ok := dates.Machine(scalar(at(o, s.date))); ok {
			u.Published = d
		}
		if n, err := strconv.Atoi(scalar(at(o, s.score))); err == nil {
			u.Score = &n
		}
		f.setText(&u, scalar(at(o, s.body)), s.html)
		byID[u.ID] = len(f.stored)
		f.stored = append(f.stored, u)
		if answers, ok := at(o, s.children).([]any); ok && depth < maxAnswers {
			f.addStored(s, answers, len(f.stored)-1, depth+1)
		}
	}
	f.storedOpening = s.opening
}

// peopleOf are the authors among the objects of a list by their ids.
func (s *store) peopleOf(list []any) map[string]any {
	if s.people == "" {
		return nil
	}
	people := map[string]any{}
	for _, o := range list {
		if at(o, "type") == s.people {
			people[scalar(at(o, "id"))] = o
		}
	}
	return people
}

// authorOf is who wrote a comment: an object that it names by its id (JSON:API, relationships), or it has the name.
func (s *store) authorOf(o any, people map[string]any) *page.Person {
	if people != nil {
		o = people[scalar(at(o, "relationships.user.data.id"))]
	}
	for _, path := range s.author {
		if name := trimName(scalar(at(o, path))); isName(name) {
			return &page.Person{Name: name}
		}
	}
	return nil
}

// countInStore is the count of the posts that answer the first, as the store gives it.
func (f *finder) countInStore(bool) (int, bool) { return f.storedPosts - 1, f.storedPosts > 0 }

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
