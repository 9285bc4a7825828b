package dom

import "golang.org/x/net/html"

// signature is a hash that elements made by the same template share: of the tag and of the class names without
// their digits, whatever their order.
type signature uint32

// FNV-1a, 32 bits (RFC 9923).
const (
	signatureStart uint32 = 2166136261
	signaturePrime uint32 = 16777619
)

func newSignature(n *html.Node) signature {
	h := signatureStart
	for i := range len(n.Data) {
		h = (h ^ uint32(n.Data[i])) * signaturePrime
	}
	return signature(h)
}

// class adds the names of a class attribute. Names that alternate from one element to the next (odd, even) are
// left out.
func (s signature) class(attr string) signature {
	for token := range fields(attr) {
		switch token {
		case "odd", "even", "alt", "first", "last", "active":
			continue
		}
		h := signatureStart
		for i := range len(token) {
			if token[i] < '0' || token[i] > '9' {
				h = (h ^ uint32(token[i])) * signaturePrime
			}
		}
		s += signature(h)
	}
	return s
}
