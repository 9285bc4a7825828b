package thread

import (
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/scholia/scholia/extract/internal/dom"
)

// group is a set of elements that share a trait and so may be the units of a conversation.
type group struct {
	trait   trait
	label   string // the trait in words, for the log
	members []dom.ID
	ends    []dom.ID       // where members are runs of siblings: the last node of each
	names   dom.Vocabulary // what all members are named

	share  shares
	headed bool // a heading or a label over it names comments
	points float64
}

// trait is how a group's members are known to be alike.
type trait uint8

const (
	bySignature trait = iota // same tag and classes
	byParent                 // same tag without classes, in the same kind of list
	byClass                  // one class in common
	byNumber                 // an id or data attribute that differs in its number only
	byAnchor                 // a numbered anchor in it
	byMicrodata              // itemprop or itemtype of a comment, an answer or a post
)

// key tells groups apart while they are collected.
type key struct {
	trait trait
	hash  uint64
}

// collector gathers candidate groups in one pass over the elements.
type collector struct {
	x      *dom.Index
	marks  *markReader
	byKey  map[key]int
	groups []group
}

// collectors keeps the groups and the map of collectors for the next page.
var collectors = sync.Pool{New: func() any { return &collector{byKey: make(map[key]int)} }}

// maxKept is how many groups the map of a collector may have had for it to be kept: clearing it costs as much as it
// has room for.
const maxKept = 4096

// release gives up the groups that were collected.
func (c *collector) release() {
	if len(c.groups) > maxKept {
		return
	}
	clear(c.byKey)
	clear(c.groups)
	*c = collector{byKey: c.byKey, groups: c.groups[:0]}
	collectors.Put(c)
}

// collect groups the elements that hold a mark of a comment or are named like one.
func (c *collector) collect(x *dom.Index, marks *markReader) []group {
	c.x, c.marks = x, marks
	for n := range dom.ID(x.Len()) {
		node := x.Node(n)
		if node.HTML.Type != html.ElementNode || node.Flags&(dom.NotText|dom.InNav|dom.InControl) != 0 {
			continue
		}
		if node.Tag == atom.A {
			c.anchored(node)
		}
		if !c.isUnitTag(n) {
			if isLine(node) && marks.of(n).dates > 0 { // a byline, after which the text stands
				c.add(n, node)
			}
			continue
		}
		if x.Words(n) == 0 && node.Names&dom.NameComment == 0 {
			continue
		}
		t := marks.of(n)
		if t.dates == 0 && t.authors == 0 && t.replies == 0 && node.Names&unitNames == 0 {
			c.numbered(n, node)
			continue
		}
		if !isPreview(node) {
			c.add(n, node)
		}
	}
	for i := range c.groups {
		c.leaveAside(&c.groups[i])
	}
	return c.groups
}

// leaveAside drops the members of a group that stand beside the page's main part, where most do not: what lists other
// topics is made of the same parts.
func (c *collector) leaveAside(g *group) {
	isAside := func(n dom.ID) bool { return c.x.Has(n, dom.InAside) }
	aside := 0
	for _, n := range g.members {
		if isAside(n) {
			aside++
		}
	}
	if aside > 0 && 2*aside < len(g.members) {
		g.members = slices.DeleteFunc(g.members, isAside)
	}
}

// isPreview tells an element that has the number of what is answered and none of its own: it shows in an answer the
// beginning of what that answers.
func isPreview(node *dom.Node) bool {
	parent, own := false, false
	for i := range node.HTML.Attr {
		switch a := &node.HTML.Attr[i]; {
		case !hasDigit(a.Val):
		case strings.HasPrefix(a.Key, "data-parent"):
			parent = true
		case a.Key == "id", a.Key != "data-uid" && a.Key != "data-user-id" && isNumberAttribute(a.Key):
			own = true
		}
	}
	return parent && !own
}

// unitNames are the names that a comment, an answer or a post goes by.
const unitNames = dom.NameComment | dom.NameMessage | dom.NameAnswer | dom.NameReply | dom.NameThread

// strongNames are those of them that name nothing else.
const strongNames = dom.NameComment | dom.NameMessage | dom.NameAnswer

// isUnitTag tells whether an element can hold a comment.
func (c *collector) isUnitTag(n dom.ID) bool {
	node := c.x.Node(n)
	switch node.Tag {
	case atom.Html, atom.Body, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.P, atom.Header,
		atom.Footer, atom.Time, atom.Blockquote:
		return false
	case atom.Tbody:
		return len(node.HTML.Attr) > 0 // the parser puts one into every table: the table is the same
	}
	// Microformats call a response from elsewhere a citation, which is named as a quote is (microformats.org, h-cite).
	return node.Flags&dom.BlockLevel != 0 && (node.Names&dom.NameQuote == 0 || c.x.HasClass(n, "h-cite"))
}

// isLine tells the elements that may be the byline of a comment.
func isLine(node *dom.Node) bool {
	switch node.Tag {
	case atom.P, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

func (c *collector) add(n dom.ID, node *dom.Node) {
	signature := uint64(node.Signature)
	class := ""
	if node.HTML.Attr != nil {
		class = c.attributes(n, node)
	}
	trait := bySignature
	if class == "" {
		trait, signature = byParent, signature<<32|uint64(c.listed(node))
	}
	for token, hash := range dom.Classes(class) {
		if _, ok := spacing(token); ok { // an answer is like what it answers but for its indent
			signature = uint64(uint32(signature) - hash)
		}
	}
	c.join(key{trait, signature}, n, node, func() string { return node.HTML.Data + "." + strings.Join(strings.Fields(class), ".") })
}

// maxListed is how many elements around an element that are like it are passed in search of the list that it stands in.
const maxListed = 16

// listed is the signature of what an element without a class stands in: such elements are alike only among siblings of the
// same kind of list, or within one another.
func (c *collector) listed(node *dom.Node) uint32 {
	parent := c.x.Node(node.Parent)
	for range maxListed {
		if node.Tag == atom.Div || parent.Signature != node.Signature {
			break
		}
		parent = c.x.Node(parent.Parent)
	}
	return parent.Signature
}

// attributes joins the groups that the attributes of n name and returns its class.
func (c *collector) attributes(n dom.ID, node *dom.Node) (class string) {
	for i := range node.HTML.Attr {
		a := &node.HTML.Attr[i]
		switch {
		case a.Key == "class":
			class = a.Val
			if node.Names&(unitNames|dom.NameArticle) != 0 {
				c.classes(n, node, class)
			}
		case a.Key == "id":
			if stem, ok := stemOf(a.Val); ok {
				c.join(key{byNumber, stem}, n, node, func() string { return "#" + a.Val })
			}
		case a.Key == "itemprop" && isUnitProperty(a.Val), a.Key == "itemtype" && isUnitType(a.Val):
			c.join(key{byMicrodata, 0}, n, node, func() string { return a.Key + "=" + a.Val })
		case isNumberAttribute(a.Key) && hasDigit(a.Val) && len(a.Val) < 64:
			c.join(key{byNumber, dom.Hash(a.Key)}, n, node, func() string { return "[" + a.Key + "]" })
		}
	}
	return class
}

// isNumberAttribute tells the data attributes that number elements, and not what they answer.
func isNumberAttribute(key string) bool {
	return strings.HasPrefix(key, "data-") && strings.HasSuffix(key, "id") && !strings.Contains(key, "parent") && !isTestAttribute(key)
}

// isTestAttribute tells the attributes by which tests find elements.
func isTestAttribute(key string) bool { return key == "data-testid" || key == "data-test-id" }

// anchored joins what holds an anchor with a number (<a name="post12">) to what holds others like it.
func (c *collector) anchored(node *dom.Node) {
	for i := range node.HTML.Attr {
		a := &node.HTML.Attr[i]
		if a.Key != "name" && a.Key != "id" {
			continue
		}
		stem, ok := stemOf(a.Val)
		if box := node.Box; ok && c.isUnitTag(box) {
			c.join(key{byAnchor, stem}, box, c.x.Node(box), func() string { return "a#" + a.Val })
		}
		return
	}
}

// numbered joins n to those with ids like its own although it holds no mark: else a group would look whole that is
// the part of each comment in which something is quoted.
func (c *collector) numbered(n dom.ID, node *dom.Node) {
	for i := range node.HTML.Attr {
		if a := &node.HTML.Attr[i]; a.Key == "id" {
			if stem, ok := stemOf(a.Val); ok {
				c.join(key{byNumber, stem}, n, node, func() string { return "#" + a.Val })
			}
		}
	}
}

// classes joins a group for each class name.
func (c *collector) classes(n dom.ID, node *dom.Node, class string) {
	for token := range strings.FieldsSeq(class) {
		if len(token) > 3 && !hasDigit(token) && !strings.ContainsAny(token, ":[/") {
			c.join(key{byClass, dom.Hash(token)}, n, node, func() string { return "." + token })
		}
	}
}

func (c *collector) join(k key, n dom.ID, node *dom.Node, label func() string) {
	i, ok := c.byKey[k]
	if !ok {
		c.byKey[k] = len(c.groups)
		c.groups = append(c.groups, group{trait: k.trait, names: namesOf(node), label: label(), members: []dom.ID{n}})
		return
	}
	g := &c.groups[i]
	if g.members[len(g.members)-1] == n {
		return
	}
	g.members = append(g.members, n)
	g.names &= namesOf(node)
}

// namesOf is what an element is named by its class and id, and as the unit of a conversation by the attribute by which
// tests find it: on many pages classes say how things look and not what they are. Feedback is there what buyers say of
// sellers.
func namesOf(node *dom.Node) dom.Vocabulary {
	names := node.Names
	for i := range node.HTML.Attr {
		if a := &node.HTML.Attr[i]; isTestAttribute(a.Key) && !strings.Contains(a.Val, "feedback") {
			names |= dom.VocabularyOf(a.Val) & (unitNames | dom.NameRating)
		}
	}
	return names
}

// isUnitType tells the types of schema.org that a unit of a conversation has.
func isUnitType(types string) bool {
	for t := range strings.FieldsSeq(types) {
		switch t[strings.LastIndexByte(t, '/')+1:] {
		case "Comment", "UserComments", "Answer":
			return true
		}
	}
	return false
}

func isUnitProperty(names string) bool {
	for p := range strings.FieldsSeq(names) {
		switch p {
		case "comment", "suggestedAnswer", "acceptedAnswer":
			return true
		}
	}
	return false
}

// stemOf hashes an id without its digits; ok is false for an id that has none.
func stemOf(id string) (stem uint64, ok bool) {
	stem, ok = dom.StemHash(id)
	return stem, ok && len(id) < 64
}

// isUnitStem tells the prefixes that forums put before the number of a post (#p123, #msg123, #post_123), and the
// attributes that hold it (data-reply-id, data-post-id).
func isUnitStem(label string) bool {
	label = strings.Trim(strings.ToLower(label), "#[]_-0123456789")
	label = strings.TrimSuffix(strings.TrimPrefix(label, "data-"), "id")
	switch strings.Trim(label, "-_") {
	case "p", "post", "pid", "msg", "message", "m", "c", "cid", "comment", "reply", "r", "answer", "a", "entry":
		return true
	}
	return false
}

// numbersUnit tells whether the id or attribute by which elements are alike is that of a unit or of an element around
// one (#li-comment-12), and not of what follows, holds or sorts them (data-feed-id).
func numbersUnit(label string) bool {
	return isUnitStem(label) || containsAny(strings.ToLower(label), "comment", "post", "message", "reply", "answer")
}
