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
	for token := range fields(attr) {
		if Alternates(token) {
			continue
		}
		h := signatureStart
		for i := range len(token) {
			if token[i] < '0' || token[i] > '9' {
				h = (h ^ uint32(token[i])) * signaturePrime
			}
		}
		sum += h
	}
	return sum
}

// Alternates tells the class names that say where an element stands among its like, and are no part of a signature.
func Alternates(class string) bool {
	switch class {
	case "odd", "even", "alt", "first", "last", "active":
		return true
	}
	return false
}
