// Package sink writes records: as JSON Lines, plain or compressed, as Parquet, or as a folder of Markdown files. A
// crawl that was killed opens its output again where it was last known to be good, so that each record is in it once.
package sink

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/scholia/scholia/crawl/internal/record"
)

// Stdout is the name of the standard output.
const Stdout = "-"

// ErrChanged says that an output is not as the crawl left it.
var ErrChanged = errors.New("the output is not as the crawl left it: give another output, or start anew with another state")

// Open opens an output by the ending of its name: .jsonl, .jsonl.zst, .parquet; a name without ending or with a slash
// at its end is a folder of Markdown files, and - is JSON Lines on the standard output. What stands in the output
// beyond the position is taken away; at the zero position that is all. The error names the output.
func Open(name string, at record.Position) (record.Sink, error) {
	if err := Check(name); err != nil {
		return nil, err
	}
	var s record.Sink
	var err error
	switch Ending(name) {
	case Stdout:
		s = &lines{output: os.Stdout, at: at}
	case ".jsonl":
		s, err = openLines(name, at)
	case ".jsonl.zst":
		s, err = openFrames(name, at)
	case ".parquet":
		s, err = openParquet(name, at)
	case "":
		s, err = openFolder(name, at)
	}
	if err != nil {
		return nil, fmt.Errorf("output %s: %w", name, err)
	}
	return s, nil
}

// Check says whether something can be written under a name, by its ending.
func Check(name string) error {
	switch ending := Ending(name); ending {
	case Stdout, ".jsonl", ".jsonl.zst", ".parquet", "":
		return nil
	default:
		return fmt.Errorf("output %s: nothing can be written as %q: give a name that ends in .jsonl, .jsonl.zst, .parquet, or a folder", name, ending)
	}
}

// ErrTaken says that an output has something in it that no crawl with this state has written.
var ErrTaken = errors.New("there is something in it that is not from this crawl: move it away or give another output; a crawl that was begun goes on with the state that it had")

// Free says whether an output can be begun under a name: that there is no file, or an empty one. A folder can take more.
func Free(name string) error {
	for _, file := range []string{name, spool(name)} {
		info, err := os.Stat(file)
		if err == nil && info.Mode().IsRegular() && info.Size() > 0 {
			return fmt.Errorf("output %s: %w", file, ErrTaken)
		}
	}
	return nil
}

// Ending is what tells the format of an output by its name: "" for a folder, "-" for the standard output.
func Ending(name string) string {
	base := strings.ToLower(filepath.Base(name))
	switch {
	case name == Stdout:
		return Stdout
	case strings.HasSuffix(name, "/"), isFolder(name):
		return ""
	case strings.HasSuffix(base, ".jsonl.zst"):
		return ".jsonl.zst"
	}
	return filepath.Ext(base)
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// openAt opens a file to be written from an offset on. What it has beyond that is cut off.
func openAt(name string, offset int64) (*os.File, error) {
	flag := os.O_RDWR
	if offset == 0 {
		flag |= os.O_CREATE
	}
	file, err := os.OpenFile(name, flag, 0o644)
	if errors.Is(err, fs.ErrNotExist) && offset > 0 {
		return nil, fmt.Errorf("it is gone: %w", ErrChanged)
	}
	if err != nil {
		return nil, withoutPath(err)
	}
	if err := cutTo(file, offset); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return file, syncFolder(filepath.Dir(name))
}

// cutTo cuts a file back to an offset and goes there.
func cutTo(file *os.File, offset int64) error {
	info, err := file.Stat()
	if err != nil {
		return withoutPath(err)
	}
	if !info.Mode().IsRegular() && offset == 0 { // a pipe or a device
		return nil
	}
	if info.Size() < offset {
		return fmt.Errorf("it has %d bytes where there were %d: %w", info.Size(), offset, ErrChanged)
	}
	if err := file.Truncate(offset); err != nil {
		return withoutPath(err)
	}
	_, err = file.Seek(offset, io.SeekStart)
	return err
}

// syncFolder makes lasting that a file is in a folder.
func syncFolder(name string) error {
	folder, err := os.Open(name)
	if err != nil {
		return withoutPath(err)
	}
	// Not every file system can do that; where it cannot, there is nothing to be done about it.
	_ = folder.Sync()
	return folder.Close()
}

// withoutPath is the reason of a file error: the output is named anyway.
func withoutPath(err error) error {
	var pathError *os.PathError
	if errors.As(err, &pathError) {
		return pathError.Err
	}
	return err
}
