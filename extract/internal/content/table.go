package content

import "math/rand/v2"

// multiplier spreads keys over a table (multiplicative hashing). No page knows it, so none can choose keys that collide.
var multiplier = rand.Uint64() | 1

// table maps keys to numbers, 0 until they are set (open addressing). It is used again for the next page.
type table struct {
	slots []slot
	shift int
	taken int
}

type slot struct {
	key    uint64
	number int32
	taken  bool
}

// reset empties the table and makes room for n keys.
func (t *table) reset(n int) {
	bits := 4
	for 1<<bits < 2*n {
		bits++
	}
	t.slots, t.shift = grow(t.slots, 1<<bits), 64-bits
	clear(t.slots)
	t.taken = 0
}

// len is the number of keys.
func (t *table) len() int { return t.taken }

// at is the place of the number of a key.
func (t *table) at(key uint64) *int32 {
	i := key * multiplier >> t.shift
	for t.slots[i].taken && t.slots[i].key != key {
		i = (i + 1) % uint64(len(t.slots))
	}
	if !t.slots[i].taken {
		t.slots[i] = slot{key: key, taken: true}
		t.taken++
	}
	return &t.slots[i].number
}
