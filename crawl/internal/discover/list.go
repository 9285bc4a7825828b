package discover

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/scholia/scholia/crawl/internal/address"
)

// List gives the addresses in a list, normalised: one on each line; empty lines and those that begin with # say
// nothing. A line that is no address comes as an error that names the line and its number, and the list goes on; so
// does an error of reading, which is the last.
func List(r io.Reader) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		number := 0
		for line, err := range lines(r) {
			number++
			if err != nil {
				yield("", fmt.Errorf("line %d: %w", number, err))
				return
			}
			if line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			normalised, err := address.Normalise(line)
			if err != nil {
				err = fmt.Errorf("line %d: %w", number, err)
			}
			if !yield(normalised, err) {
				return
			}
		}
	}
}

// lines gives the lines of a text without spaces around them, also those that are longer than the buffer: they are
// cut to a little more than an address may have.
func lines(r io.Reader) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		buffered := bufio.NewReaderSize(r, address.MaxLength+2)
		for first := true; ; first = false {
			line, err := buffered.ReadSlice('\n')
			text := string(bytes.TrimSpace(line))
			for err == bufio.ErrBufferFull {
				_, err = buffered.ReadSlice('\n')
			}
			if first {
				text = strings.TrimPrefix(text, "\ufeff")
			}
			if err == io.EOF {
				if text != "" {
					yield(text, nil)
				}
				return
			}
			if !yield(text, err) || err != nil {
				return
			}
		}
	}
}
