package frontier

import "github.com/minio/highwayhash"

// seenSet gives each address that was seen its number: an open-addressed table of 12 bytes a slot, at most three quarters
// full. Addresses are told apart by 64 bits of HighwayHash under the job's secret key, so that nobody can make two collide;
// by chance two of 2,000,000 do with a probability of one in ten million.
type seenSet struct {
	key     []byte // 32 bytes
	hashes  []uint64
	numbers []uint32 // one more than the number; 0 is an empty slot
	used    int
}

func newSeenSet(key []byte) *seenSet {
	return &seenSet{key: key, hashes: make([]uint64, 64), numbers: make([]uint32, 64)}
}

func (s *seenSet) hash(url string) uint64 { return highwayhash.Sum64([]byte(url), s.key) }

// find gives the number of the address with this hash.
func (s *seenSet) find(hash uint64) (number uint32, ok bool) {
	i := s.slot(hash)
	return s.numbers[i] - 1, s.numbers[i] != 0
}

// add gives a new address its number.
func (s *seenSet) add(hash uint64, number uint32) {
	if s.used*4 >= len(s.hashes)*3 {
		s.grow()
	}
	i := s.slot(hash)
	s.hashes[i], s.numbers[i] = hash, number+1
	s.used++
}

// slot is where the hash is or would be.
func (s *seenSet) slot(hash uint64) uint64 {
	mask := uint64(len(s.hashes) - 1)
	i := hash & mask
	for s.numbers[i] != 0 && s.hashes[i] != hash {
		i = (i + 1) & mask
	}
	return i
}

func (s *seenSet) grow() {
	hashes, numbers := s.hashes, s.numbers
	s.hashes, s.numbers = make([]uint64, 2*len(hashes)), make([]uint32, 2*len(numbers))
	for i, n := range numbers {
		if n != 0 {
			j := s.slot(hashes[i])
			s.hashes[j], s.numbers[j] = hashes[i], n
		}
	}
}
