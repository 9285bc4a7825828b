package decode

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// outline writes a tree, a node on each line, without what cutting does not put back.
func outline(root *html.Node) string {
	var b strings.Builder
	depth := map[*html.Node]int{}
	walk(root, 1<<20, func(n *html.Node) {
		depth[n] = depth[n.Parent] + 1
		data, attributes := n.Data, n.Attr
		switch {
		case n.Type == html.CommentNode, n.Parent != nil && n.Parent.Data == "style":
			data = ""
		case shapes.has(lowered([]byte(n.Data))):
			attributes = nil
		}
		fmt.Fprintf(&b, "%*s%d %s:%q %q\n", depth[n], "", n.Type, n.Namespace, data, attributes)
	})
	return b.String()
}

// long is a text that is worth a cut.
const long = "0123456789 0123456789 0123456789 "

// cuttings are pages and how many pieces are cut out of them; whole says whether the page must be parsed anew without cuts.
var cuttings = []struct {
	page   string
	pieces int
	whole  bool
}{
	{"<p>nothing to cut</p>", 0, false},
	{"<script>" + long + "</script><p>a", 1, false},
	{"<SCRIPT type=x data-a='>'>\r\n" + long + "if (a<b && c</d/) '<script>'</Script ><p>a", 2, false},
	{"<script>short</script><script>" + long + "\x00</script>", 0, false},
	{"<script><!-- " + long + "--></script><p>a", 1, false},
	{"<script><!-- <script>" + long + "</script>--></script><!--" + long + "-->", 0, false},
	{"<script>" + long + "</scripts></script><script>" + long, 1, false},
	{"<script>" + long + "</script", 1, true},
	{"<style>" + long + "</style><style>a>b{" + long + "}</style>", 2, false},
	{"<style>a&amp;" + long + "</style><svg><style>" + long + "<b>x</style></svg>", 0, false},
	{"<svg><style>" + long + "</style><script>" + long + "</script><p>out", 2, true},
	{"<!--" + long + "--><p>a<!--" + long + "--", 1, false},
	{"<!-->" + long + "<!--->" + long + "<!--" + long + "--!>" + long + "-->", 0, false},
	{"<!--a -- > --> <!---" + long + "---><p>a", 1, false},
	{"<svg><path d='" + long + "'/><path d=\"" + long + ">\"></path><g><circle " + long + "/></g></svg>", 3, false},
	{"<svg><path d=" + strings.ReplaceAll(long, " ", "") + "/><path fill" + long + " /><path d=1/></svg>", 1, false},
	{"<svg><path d=\"" + long + "\"/ fill=\"" + long + "\"\n></svg><path>", 1, false},
	{"<p title='<script>" + long + "</script>'>a<script>" + long + "</script>", 2, false},
	{"<td title='<script>" + long + "</script>'>a<script>" + long + "</script>", 1, false},
	{"</p title='<script>" + long + "</script>'>a", 1, true},
	{"<textarea><!--" + long + "--></textarea><TITLE><p id=a class=b></title><p id=a class=b>", 1, false},
	{"<textarea><script>" + long + "</script></textare>", 0, false},
	{"<img src='data:image/svg+xml,<svg><path d=\"" + long + "\"/></svg>'><svg><path d='" + long + "'/></svg>", 2, false},
	{"<style><!--\n" + long + "\n--></style><style>" + long + "</style>", 1, false},
	{"<p>a<path b=\"" + long + ">", 0, false},
	{"<frameset><style>" + long + "</style></frameset>", 1, true},
	{"<p class=a>a<p CLASS=a\tid = 'b\r\nc' Class=d hidden>b<P/title=/a/class=\"d\"/>c<p id=a class=/b\"/>", 1, false},
	{"<p id=a class='b'/>a<p id=a class=b />c<p id=a class/>", 3, false},
	{"<a rel=a/ href=b/>a</a><a rel=a href='b' />b</a><p / =a =b=c d=>e", 2, false},
	{"<a title='b' href='?c&amp;d=&#233;&quot;' class>a</a><img alt='&eacute;' src='?a&copy=1'><img alt='a&b' src=c>", 1, false},
	{"<a title=b class=c href='" + long + "'><p>a<p>b</a><p>c", 1, false},
	{"<div><a title=b class=c></div>" + strings.Repeat("<p>a</p>", 6), 1, false},
	{"<div><a title=b class=c></div>" + strings.Repeat("<p>a</p>", 7), 1, true},
	{strings.Repeat("<a id=b class=c>"+strings.Repeat("<div>", 9), 5) + "a", 5, true},
	{"<p><b id=a class=b><b id=a class=b><b id=a class=b><b id=a class=b></p>a", 0, false},
	{"<table><tr id=a class=b><td id=a class=b><div id=a class=b></table><tr id=a class=b><div id=a class=b>", 2, false},
	{"<input type=hidden name=a><table><input type='HIDDEN' name=a><input type='h&#105;dden' name=a><input type=text name=a></table>", 1, false},
	{"<input type=text name=a><frameset><frame src=a name=b></frameset>", 1, false},
	{"<p id=a class=b><frameset><frame src=a name=b></frameset>", 1, true},
	{"<svg><a id=a href=b>c</a></svg>", 1, true},
	{"<p>a<p", 0, false},
	{"<p>a<p id=a class=b", 0, false},
	{"<iframe id=a src=b><p id=a class=b></iframe><html id=a class=b><body id=a class=b>", 1, false},
	{"<p id=a class='\x00'>b<p id=a class=" + strings.Repeat(" a", 40) + ">c<p id=a class=b", 0, false},
	{"<table><script>" + long + "</script><tr><svg><path d='" + long + "'/></svg><td><!--" + long + "-->", 3, false},
}

// What is cut out before the parse changes nothing in the tree but what is not put back.
func TestCut(t *testing.T) {
	for _, test := range cuttings {
		c := cut([]byte(test.page))
		root := c.tree(MaxDepth)
		if len(c.pieces) != test.pieces || c.isWhole() == test.whole {
			t.Errorf("%s\n%d pieces, all found: %t; want %d, %t", test.page, len(c.pieces), c.isWhole(), test.pieces, !test.whole)
		}
		if !test.whole && strings.IndexByte(rendered(t, root), markByte) >= 0 {
			t.Errorf("%s\na mark stayed: %s", test.page, rendered(t, root))
		}
		if got, want := outline(parseStandard([]byte(test.page), MaxDepth)), outline(standard(t, test.page)); got != want {
			t.Errorf("%s\ngot\n%swant\n%s", test.page, got, want)
		}
	}
}

// FuzzCut asks of any page what TestCut asks.
func FuzzCut(f *testing.F) {
	for _, test := range cuttings {
		f.Add(test.page)
	}
	f.Fuzz(func(t *testing.T, page string) {
		page = strings.ToValidUTF8(page, "\ufffd")
		root, err := html.ParseWithOptions(strings.NewReader(page), html.ParseOptionEnableScripting(false))
		cut := parseStandard([]byte(page), MaxDepth)
		if err != nil || cut == nil {
			return
		}
		if got, want := outline(cut), outline(root); got != want {
			t.Errorf("%q\ngot\n%swant\n%s", page, got, want)
		}
	})
}
