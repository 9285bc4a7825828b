// Package source reads documents that need no fetching: those of WARC files, such as an archive's or a segment of
// Common Crawl, and pages saved in folders. It also reads lists of addresses from files.
package source

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"github.com/scholia/scholia/crawl/internal/record"
	"github.com/scholia/scholia/extract"
)

// MaxBody is how many bytes a document may have: as many as the extractor reads.
var MaxBody = extract.DefaultLimits.Bytes

// pages and archives are the endings of files that are read in a folder, each also with .gz behind it, archives with
// .zst too.
var (
	pages    = []string{".html", ".htm", ".xhtml", ".txt"}
	archives = []string{".warc", ".wet"}
)

// files is a source: files that are read one after the other.
type files struct{ names []string }

// Open opens a file or a folder with all that is below it. A file is read as WARC or as a page by its ending. The
// error names what cannot be read.
func Open(name string) (record.Source, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, fmt.Errorf("source %s: %w", name, withoutPath(err))
	}
	if !info.IsDir() {
		return &files{[]string{name}}, nil
	}
	s := &files{}
	root := name + string(filepath.Separator) // so that a link to a folder is one
	err = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fmt.Errorf("source %s: %w", path, withoutPath(err))
		case entry.IsDir() || !isArchive(path) && !isPage(path):
			return nil
		}
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			return nil // a link: those below are not followed
		}
		s.names = append(s.names, path) // one that cannot be read is damaged, the others are read
		return nil
	})
	if err == nil && len(s.names) == 0 {
		err = fmt.Errorf("source %s: it has no file that ends in %s, or these with .gz", name, strings.Join(slices.Concat(pages, archives), ", "))
	}
	if err != nil {
		return nil, err
	}
	return s, nil
}

// ending is that of a file's name in lower case, without .gz and .zst.
func ending(path string) string {
	e := strings.ToLower(filepath.Ext(path))
	if e == ".gz" || e == ".zst" {
		return strings.ToLower(filepath.Ext(path[:len(path)-len(e)]))
	}
	return e
}

func isPage(path string) bool    { return slices.Contains(pages, ending(path)) }
func isArchive(path string) bool { return slices.Contains(archives, ending(path)) }

// Documents gives the pages of all files, by the files' names.
func (s *files) Documents(ctx context.Context) iter.Seq2[*record.Document, error] {
	return func(yield func(*record.Document, error) bool) {
		for _, name := range s.names {
			read := page
			if isArchive(name) {
				read = archived
			}
			more := true
			err := read(name, func(doc *record.Document, err error) bool {
				if err = cmp.Or(err, ctx.Err()); err != nil {
					doc, err = nil, damage(name, err)
				}
				more = yield(doc, err) && ctx.Err() == nil
				return more
			})
			if more && err != nil {
				more = yield(nil, damage(name, err))
			}
			if !more {
				return
			}
		}
	}
}

// damage says in which file something is wrong.
func damage(file string, err error) error {
	var d *record.Damage
	if !errors.As(err, &d) {
		d = &record.Damage{Err: err}
	}
	d.File = file
	return d
}

// reading is a file that is decompressed while it is read.
type reading struct {
	io.Reader
	closers []func() error
}

// open opens a file, decompressed by what it begins with: gzip (RFC 1952) or Zstandard (RFC 8878).
func open(name string) (*reading, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, withoutPath(err)
	}
	r := &reading{closers: []func() error{file.Close}}
	buffered := bufio.NewReaderSize(file, 1<<18)
	magic, _ := buffered.Peek(4) // a file that cannot be read says so when it is read
	switch {
	case bytes.HasPrefix(magic, []byte{0x1f, 0x8b}):
		z, err := gzip.NewReader(buffered)
		if err != nil {
			return nil, errors.Join(err, r.Close())
		}
		r.Reader = z
	case bytes.Equal(magic, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		z, err := zstd.NewReader(buffered, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(uint64(4*MaxBody)))
		if err != nil {
			return nil, errors.Join(err, r.Close())
		}
		r.Reader, r.closers = z, append(r.closers, func() error { z.Close(); return nil })
	default:
		r.Reader = buffered
	}
	return r, nil
}

// Close closes the file.
func (r *reading) Close() error {
	var err error
	for _, c := range slices.Backward(r.closers) {
		err = errors.Join(err, c())
	}
	return err
}

// withoutPath is the reason of a file error: the file is named anyway.
func withoutPath(err error) error {
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		return pathError.Err
	}
	return err
}

// errLarge says that a document is larger than a page may be.
func errLarge() error {
	return fmt.Errorf("it has more than %d MiB, which no page has", MaxBody>>20)
}
