package dom

// FNV-1a, 64 bits (RFC 9923).
const (
	hashStart uint64 = 14695981039346656037
	hashPrime uint64 = 1099511628211
)

// Hash is a hash of a name.
func Hash(name string) uint64 {
	h := hashStart
	for i := range len(name) {
		h = (h ^ uint64(name[i])) * hashPrime
	}
	return h
}

// StemHash is a hash of a name without its digits, and whether it has any.
func StemHash(name string) (stem uint64, digits bool) {
	h := hashStart
	for i := range len(name) {
		if c := name[i]; c >= '0' && c <= '9' {
			digits = true
		} else {
			h = (h ^ uint64(c)) * hashPrime
		}
	}
	return h, digits
}
