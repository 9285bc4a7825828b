package duplicate

import "sync"

// MaxPages is how many pages an index remembers at least; of up to twice as many, the oldest are forgotten.
const MaxPages = 100_000

// Index finds pages that are near to one that was added before. It is safe for concurrent use. The zero value is an
// empty index.
type Index struct {
	mu            sync.Mutex
	current, past *generation
}

// blocks is into how many parts a hash is cut: two that differ in MaxDistance bits at most have one part in common.
const blocks = MaxDistance + 1

// generation holds up to MaxPages pages, each once for each part of its hash.
type generation struct {
	pages  []entry
	blocks [blocks]map[uint16][]int32
}

type entry struct {
	print Print
	url   string
}

func newGeneration() *generation {
	g := &generation{}
	for i := range g.blocks {
		g.blocks[i] = map[uint16][]int32{}
	}
	return g
}

// block is a part of a hash.
func block(hash uint64, i int) uint16 { return uint16(hash >> (16 * i)) }

// Add gives the address of a page that was added before and is near to this one; if there is none, it adds this one.
// A page is never near to itself.
func (x *Index) Add(p Print, url string) (earlier string, found bool) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.current == nil {
		x.current, x.past = newGeneration(), newGeneration()
	}
	for _, g := range []*generation{x.current, x.past} {
		if earlier, found := g.find(p); found {
			return earlier, earlier != url
		}
	}
	if len(x.current.pages) == MaxPages {
		x.current, x.past = newGeneration(), x.current
	}
	x.current.add(entry{p, url})
	return "", false
}

// maxAlike is how many pages with one part of the hash in common are looked at, the newest first.
const maxAlike = 1000

func (g *generation) find(p Print) (url string, found bool) {
	for i := range g.blocks {
		alike := g.blocks[i][block(p.Text, i)]
		for _, n := range alike[max(0, len(alike)-maxAlike):] {
			if e := &g.pages[n]; Near(e.print, p) {
				return e.url, true
			}
		}
	}
	return "", false
}

func (g *generation) add(e entry) {
	n := int32(len(g.pages))
	g.pages = append(g.pages, e)
	for i := range g.blocks {
		b := block(e.print.Text, i)
		g.blocks[i][b] = append(g.blocks[i][b], n)
	}
}
