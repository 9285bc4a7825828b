package sink

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"

	"github.com/scholia/scholia/crawl/internal/record"
	"github.com/scholia/scholia/extract/render"
)

// folder is a folder of Markdown files, one for each record, named after its address. A record that is appended again
// after a crash is written over what there was of it. Nothing is written outside of the folder, whatever addresses
// and links there are: [os.Root] sees to that.
type folder struct {
	root  *os.Root
	at    record.Position
	fresh map[string]bool // files and folders that are not lasting yet
}

func openFolder(name string, at record.Position) (record.Sink, error) {
	if err := os.MkdirAll(name, 0o755); err != nil {
		return nil, withoutPath(err)
	}
	root, err := os.OpenRoot(name)
	if err != nil {
		return nil, withoutPath(err)
	}
	return &folder{root: root, at: at, fresh: map[string]bool{}}, nil
}

// Append writes a record's file.
func (f *folder) Append(line []byte) error {
	r, err := record.Parse(line)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := render.Markdown(&b, &r.Page); err != nil {
		return fmt.Errorf("%s as Markdown: %w", r.Fetch.URL, err)
	}
	name := FileName(r.Fetch.URL) + ".md"
	if err := f.write(name, b.Bytes()); err != nil {
		return fmt.Errorf("%s: %w", name, withoutPath(err))
	}
	f.at.Records++
	f.at.Bytes += int64(b.Len())
	return nil
}

func (f *folder) write(name string, b []byte) error {
	if err := f.root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return err
	}
	f.fresh[name] = true
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		f.fresh[dir] = true
	}
	return f.root.WriteFile(name, b, 0o644)
}

// Sync makes what was appended lasting.
func (f *folder) Sync() (record.Position, error) {
	f.fresh["."] = true
	for name := range f.fresh {
		file, err := f.root.Open(name)
		if errors.Is(err, fs.ErrNotExist) {
			return record.Position{}, fmt.Errorf("%s: %w", name, ErrChanged)
		}
		if err != nil {
			return record.Position{}, err
		}
		if err := errors.Join(file.Sync(), file.Close()); err != nil {
			return record.Position{}, err
		}
	}
	clear(f.fresh)
	return f.at, nil
}

// Finish completes the output.
func (f *folder) Finish() error {
	_, err := f.Sync()
	return errors.Join(err, f.Close())
}

// Close leaves the output.
func (f *folder) Close() error { return f.root.Close() }
