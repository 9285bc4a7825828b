package dom

// FNV-1a, 32 bits (RFC 9923).
const (
	signatureStart uint32 = 2166136261
	signaturePrime uint32 = 16777619
)

// tagSignature is the signature of an element without classes.
func tagSignature(tag string) uint32 {
	h := signatureStart
	for i := range len(tag) {
		h = (h ^ uint32(tag[i])) * signaturePrime
	}
	return h
}

// signatureOf is the part of a signature that comes from a class attribute: a sum over its names without digits, so
// that their order does not count. Names that alternate from one element to the next are left out.
func signatureOf(attr string) (sum uint32) {
	for class, hash := range Classes(attr) {
		if !Alternates(class) {
			sum += hash
		}
	}
	return sum
}

// Classes yields the names of a class attribute, each with a hash of it without digits.
func Classes(attr string) func(yield func(class string, hash uint32) bool) {
	return func(yield func(string, uint32) bool) {
		start, h := -1, signatureStart
		for i := 0; i <= len(attr); i++ {
			switch {
			case i < len(attr) && attr[i] > ' ':
				if start < 0 {
					start, h = i, signatureStart
				}
				if c := attr[i]; c < '0' || c > '9' {
					h = (h ^ uint32(c)) * signaturePrime
				}
			case start >= 0:
				if !yield(attr[start:i], h) {
					return
				}
				start = -1
			}
		}
	}
}

// Alternates tells the class names that say where an element stands among its like, and are no part of a signature.
func Alternates(class string) bool {
	switch class {
	case "odd", "even", "alt", "first", "last", "active":
		return true
	}
	return false
}
