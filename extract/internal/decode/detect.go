package decode

import (
	"bytes"

	"github.com/gogs/chardet"
)

// Sizes of the samples that detection looks at, in bytes: it gains nothing from more.
const (
	pageSample = 128 << 10
	wordSample = 32 << 10
)

// fallback is what browsers in most of the world take a page for that declares nothing.
const fallback = "windows-1252"

// detect guesses the encoding of b, which is not UTF-8 and declares none, by the statistics of ICU (see Li and Momoi,
// A composite approach to language/encoding detection, 2001). East Asian encodings show in the order of the bytes of
// the page as it is; those of one byte per letter only in words: on the whole page the English of its markup outvotes
// the text.
func detect(b []byte) string {
	first := bytes.IndexFunc(b, func(r rune) bool { return r >= 0x80 })
	if first < 0 {
		return fallback
	}
	detector := chardet.NewTextDetector()
	page := b[first:min(len(b), first+pageSample)]
	if best, err := detector.DetectBest(page); err == nil && multiByte[best.Charset] {
		return label(best.Charset)
	}
	best, err := detector.DetectBest(foreignWords(b))
	if err != nil {
		return fallback
	}
	return label(best.Charset)
}

// multiByte are the encodings, by the detector's names, that take more than one byte for a character.
var multiByte = map[string]bool{"Shift_JIS": true, "EUC-JP": true, "GB-18030": true, "Big5": true, "EUC-KR": true}

// label is the standard's name for an encoding of the detector.
func label(name string) string {
	if name == "GB-18030" {
		return "gb18030"
	}
	if name := known(name); name != "" && name != "utf-8" {
		return name
	}
	return fallback
}

// foreignWords is a sample of b: its words with a byte of 0xC0 or more, where all encodings of one byte have
// letters, while the range below holds the typographic quotes of English too.
func foreignWords(b []byte) []byte {
	var words []byte
	for i := 0; i < len(b) && len(words) < wordSample; i++ {
		if b[i] < 0xc0 {
			continue
		}
		start := i
		for start > 0 && wordByte(b[start-1]) && i-start < maxWord {
			start--
		}
		for i < len(b) && wordByte(b[i]) {
			i++
		}
		words = append(append(words, b[start:i]...), ' ')
	}
	return words
}

// maxWord bounds how far back a word is followed, so that text without spaces is read once.
const maxWord = 64

func wordByte(c byte) bool { return c >= 0x80 || c|0x20 >= 'a' && c|0x20 <= 'z' }
