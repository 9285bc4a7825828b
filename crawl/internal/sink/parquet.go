package sink

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go"

	"github.com/scholia/scholia/crawl/internal/record"
)

// columnar is a Parquet file. Nothing can be added to one that is complete, and one that is not cannot be read: so
// records are kept as compressed lines beside it, until all are there.
type columnar struct {
	*frames
	name string
}

// spool is the name of the file that keeps the records until the end.
func spool(name string) string { return name + ".unfinished" }

func openParquet(name string, at record.Position) (record.Sink, error) {
	_, err := os.Stat(spool(name))
	if at.Records > 0 && errors.Is(err, os.ErrNotExist) {
		return openFinished(name, at)
	}
	f, err := openFrames(spool(name), at)
	if err != nil {
		return nil, err
	}
	return &columnar{f, name}, nil
}

// openFinished opens a file that was complete when the crawl was killed.
func openFinished(name string, at record.Position) (record.Sink, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("%w; %w", withoutPath(err), ErrChanged)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, withoutPath(err)
	}
	p, err := parquet.OpenFile(file, info.Size())
	if err != nil {
		return nil, fmt.Errorf("%w; %w", err, ErrChanged)
	}
	if p.NumRows() != at.Records {
		return nil, fmt.Errorf("it has %d records where there were %d: %w", p.NumRows(), at.Records, ErrChanged)
	}
	return finished{at}, nil
}

// finished is an output to which nothing is to be added.
type finished struct{ at record.Position }

// Append fails: the output is complete.
func (f finished) Append([]byte) error {
	return errors.New("the Parquet file is complete: nothing can be added to it")
}

// Sync gives the end.
func (f finished) Sync() (record.Position, error) { return f.at, nil }

// Finish has nothing to do.
func (f finished) Finish() error { return nil }

// Close has nothing to do.
func (f finished) Close() error { return nil }

// Finish makes the Parquet file of the records. It takes its name only when it is complete; the kept records go after
// that.
func (c *columnar) Finish() error {
	if _, err := c.Sync(); err != nil {
		return err
	}
	if err := c.Close(); err != nil {
		return err
	}
	making := c.name + ".making"
	if err := c.make(making); err != nil {
		return errors.Join(err, os.Remove(making))
	}
	if err := os.Rename(making, c.name); err != nil {
		return err
	}
	if err := syncFolder(filepath.Dir(c.name)); err != nil {
		return err
	}
	return os.Remove(spool(c.name))
}

// make writes all kept records to a file.
func (c *columnar) make(name string) error {
	in, err := os.Open(spool(c.name))
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(name)
	if err != nil {
		return err
	}
	defer out.Close()
	if err := convert(in, out); err != nil {
		return err
	}
	if err := out.Sync(); err != nil {
		return err
	}
	return out.Close()
}

// groupBytes is how many bytes of JSON go into a row group, which the writer keeps in memory. pageBytes is so much
// that each of its columns is one page: parquet-go v0.32.0 writes columns of large values that it has to split into
// pages with much room between the values.
const (
	groupBytes = 8 << 20
	pageBytes  = 32 << 20
)

// convert reads frames of records and writes them as Parquet.
func convert(in io.Reader, out io.Writer) error {
	decoder, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return err
	}
	defer decoder.Close()
	b := batch{writer: parquet.NewGenericWriter[row](out, parquet.Compression(&parquet.Zstd), parquet.PageBufferSize(pageBytes))}
	for buffered := bufio.NewReaderSize(decoder, 1<<20); ; {
		line, err := buffered.ReadBytes('\n')
		if err == io.EOF && len(line) == 0 {
			break
		}
		if err != nil {
			return err
		}
		if err := b.add(line[:len(line)-1]); err != nil {
			return err
		}
	}
	return errors.Join(b.write(), b.writer.Close())
}

// batch collects the rows of a group.
type batch struct {
	writer *parquet.GenericWriter[row]
	rows   []row
	bytes  int // of their JSON
}

func (b *batch) add(line []byte) error {
	r, err := record.Parse(line)
	if err != nil {
		return err
	}
	b.rows = append(b.rows, columns(r, line))
	if b.bytes += len(line); b.bytes >= groupBytes {
		return b.write()
	}
	return nil
}

// write writes the rows as a group.
func (b *batch) write() error {
	if _, err := b.writer.Write(b.rows); err != nil {
		return err
	}
	clear(b.rows)
	b.rows, b.bytes = b.rows[:0], 0
	return b.writer.Flush()
}
