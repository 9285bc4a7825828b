package scope

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/quick"
)

func TestCheck(t *testing.T) {
	seed := "https://www.blog.example/news/2019/"
	tests := []struct {
		name    string
		rules   Rules
		address string
		depth   int
		want    error
	}{
		{"the seed", Rules{}, seed, 0, nil},
		{"its host", Rules{}, "https://www.blog.example/about", 1, nil},
		{"its host without www and with http", Rules{}, "http://blog.example/about", 1, nil},
		{"another port is another host", Rules{}, "https://blog.example:8080/about", 1, ErrReach},
		{"another host of the domain", Rules{}, "https://shop.blog.example/", 1, ErrReach},
		{"the domain", Rules{Reach: Domain}, "https://shop.blog.example/", 1, nil},
		{"another domain", Rules{Reach: Domain}, "https://blog.test/", 1, ErrReach},
		{"a domain that ends alike", Rules{Reach: Domain}, "https://myblog.example/", 1, ErrReach},
		{"below the seed", Rules{Reach: Prefix}, "https://www.blog.example/news/2019/03/a", 1, nil},
		{"beside the seed", Rules{Reach: Prefix}, "https://www.blog.example/news/2018/", 1, ErrReach},
		{"anywhere", Rules{Reach: Anywhere}, "http://other.test/", 1, nil},
		{"included", Rules{Include: []string{`/20\d\d/`}}, "https://blog.example/2018/a", 1, nil},
		{"included by none", Rules{Include: []string{`/20\d\d/`}}, "https://blog.example/about", 1, ErrIncluded},
		{"the seed need not be included", Rules{Include: []string{`/none/`}}, seed, 0, nil},
		{"excluded", Rules{Exclude: []string{`\.jpg$`, `/print/`}}, "https://blog.example/print/a", 1, ErrExcluded},
		{"an excluded seed", Rules{Exclude: []string{`/news/`}}, seed, 0, ErrExcluded},
		{"deep enough", Rules{Depth: 2}, "https://blog.example/a", 2, nil},
		{"too deep", Rules{Depth: 2}, "https://blog.example/a", 3, ErrDepth},
		{"no bound of depth", Rules{Depth: -1}, "https://blog.example/a", 1000, nil},
		{"growing path", Rules{Depth: -1}, "https://blog.example/a" + strings.Repeat("/b", 3) + "/b/c", 1, ErrShape},
		{"going in circles", Rules{Depth: -1}, "https://blog.example/" + strings.Repeat("more/even/", 4), 1, ErrShape},
		{"twice is no circle", Rules{Depth: -1}, "https://blog.example/more/even/more/even/a", 1, nil},
		{"too many segments", Rules{Depth: -1}, "https://blog.example/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q", 1, ErrShape},
		{"too many parameters", Rules{Depth: -1}, "https://blog.example/?a&b&c&d&e&f&g&h&i&j&k&l&m", 1, ErrShape},
	}
	for _, test := range tests {
		test.rules.Seeds = []string{seed}
		if test.rules.Depth == 0 {
			test.rules.Depth = 5
		}
		s, err := New(test.rules)
		if err != nil {
			t.Fatalf("%s: %v", test.name, err)
		}
		if got := s.Check(test.address, test.depth); !errors.Is(got, test.want) {
			t.Errorf("%s: Check(%s, %d) is %v, want %v", test.name, test.address, test.depth, got, test.want)
		}
	}
}

func TestRulesThatCannotBe(t *testing.T) {
	for _, r := range []Rules{{Include: []string{"("}}, {Exclude: []string{"[z-a]"}}, {Seeds: []string{"blog.example"}}, {Seeds: []string{"http://a.example/"}, Reach: "planet"}} {
		if _, err := New(r); err == nil || len(err.Error()) < 20 {
			t.Errorf("New(%+v) gives the error %v", r, err)
		}
	}
}

func TestShape(t *testing.T) {
	tests := []struct{ address, shape, branch string }{
		{"http://a.example/", "/", "/"},
		{"http://a.example/calendar/2024/01/", "/calendar/#/#/", "/calendar/"},
		{"http://a.example/events?day=17&view=week", "/events?day&view", "/"},
		{"http://a.example/item12/0a1b2c3d4e5f60718293", "/item#/#", "/item12/"},
		{"http://a.example/i/deadbeefdeadbeefdead", "/i/deadbeefdeadbeefdead", "/i/"}, // it could be a word
		{"http://a.example/2019/03/hello-7-worlds/", "/#/#/hello-#-worlds/", "/2019/"},
	}
	for _, test := range tests {
		if s, b := shape(test.address), branch(test.address); s != test.shape || b != test.branch {
			t.Errorf("%s has the shape %q in %q, want %q in %q", test.address, s, b, test.shape, test.branch)
		}
	}
}

// site makes up the pages of one part of a site.
type site func(n int) (address string, record bool, links []string)

func TestTraps(t *testing.T) {
	const home = "http://a.example/"
	tests := []struct {
		name string
		site site
		want int // pages that are fetched of 1,000
	}{
		{"calendar", func(n int) (string, bool, []string) {
			return fmt.Sprint(home, "calendar/", 2000+n, "/"), false, []string{home, fmt.Sprint(home, "calendar/", 2001+n, "/")}
		}, fruitlessOfShape + 1}, // the first led to the front page
		{"calendar in the query", func(n int) (string, bool, []string) {
			return fmt.Sprint(home, "events?day=", n), false, []string{fmt.Sprint(home, "events?day=", n+1)}
		}, fruitlessOfShape},
		{"lists of articles", func(n int) (string, bool, []string) {
			return fmt.Sprint(home, "page/", n, "/"), false, []string{home, fmt.Sprint(home, "article-", n), fmt.Sprint(home, "page/", n+1, "/")}
		}, 1000},
		{"articles", func(n int) (string, bool, []string) { return fmt.Sprint(home, "posts/", n), true, []string{home} }, 1000},
		{"one article in forty", func(n int) (string, bool, []string) { return fmt.Sprint(home, "posts/", n), n%40 == 39, nil }, 1000},
		{"words in every order", func(n int) (string, bool, []string) {
			word := strings.Repeat(string(rune('a'+n%26)), 1+n/26)
			return home + "filter/" + word + "/", false, []string{home + "filter/" + word + "/more/"}
		}, fruitlessOfBranch},
	}
	for _, test := range tests {
		traps, fetched := NewTraps(), 0
		for n := range 1000 {
			address, record, links := test.site(n)
			if traps.Refuse(address) == "" {
				fetched++
				traps.Learn(address, record, links)
			}
		}
		if fetched != test.want {
			t.Errorf("%s: %d of 1000 pages are fetched, want %d", test.name, fetched, test.want)
		}
		refused := 0
		for _, n := range traps.Report() {
			refused += n
		}
		if refused != 1000-test.want {
			t.Errorf("%s: the report %v does not add up to %d", test.name, traps.Report(), 1000-test.want)
		}
		if reason := traps.Refuse(home + "elsewhere"); reason != "" {
			t.Errorf("%s: another page of the site is refused: %s", test.name, reason)
		}
	}
}

func TestTrapsRepeat(t *testing.T) {
	const home = "http://a.example/"
	tests := []struct {
		name, shape string
		text        func(n int) string
		want        int // pages that are fetched of 1,000, each with a record
	}{
		{"a calendar taken for articles", "calendar/%d/", func(n int) string { return fmt.Sprintf("Nothing happens in month %d of %d.", n%12+1, 2000+n/12) }, fruitlessOfShape + 1},
		{"short notes", "notes/%d/", func(n int) string { return strings.Repeat("Rain. ", n%7+1) }, 1000},
		{"pictures", "photos/%d/", func(n int) string { return "" }, 1000},
	}
	for _, test := range tests {
		traps, fetched := NewTraps(), 0
		for n := range 1000 {
			address := home + fmt.Sprintf(test.shape, n)
			if traps.Refuse(address) == "" {
				fetched++
				traps.Learn(address, !traps.Repeats(address, test.text(n)), []string{home + fmt.Sprintf(test.shape, n+1)})
			}
		}
		if fetched != test.want {
			t.Errorf("%s: %d of 1000 pages are fetched, want %d", test.name, fetched, test.want)
		}
	}
}

func TestTrapsForget(t *testing.T) {
	traps := NewTraps()
	for n := range 3 * maxParts {
		traps.Learn("http://a.example/"+strings.Repeat("x", n%500)+string(rune('a'+n/500))+"/y", false, nil)
	}
	if n := len(traps.parts); n > maxParts {
		t.Errorf("%d parts are remembered, want %d at most", n, maxParts)
	}
}

func TestShapeOfAnything(t *testing.T) {
	if err := quick.Check(func(path string) bool {
		a := "http://a.example/" + path
		misshapen(a)
		return len(shape(a)) <= len(a) && strings.HasPrefix(branch(a), "/")
	}, nil); err != nil {
		t.Error(err)
	}
}
