package sink

import (
	"bufio"
	"errors"
	"io"
	"os"

	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go"

	"github.com/scholia/scholia/crawl/internal/record"
)

// groupBytes is how many bytes of JSON go into a row group, which the writer keeps in memory. pageBytes is so much
// that each of its columns is one page: parquet-go v0.32.0 writes columns of large values that it has to split into
// pages with much room between the values.
const (
	groupBytes = 8 << 20
	pageBytes  = 32 << 20
)

// combine makes a Parquet file of the records of another one, "" if there is none, and of those in a file of frames, "" if
// there is none.
func combine(complete, spooled, to string) error {
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	defer out.Close()
	b := batch{writer: parquet.NewGenericWriter[row](out, parquet.Compression(&parquet.Zstd), parquet.PageBufferSize(pageBytes))}
	if complete != "" {
		if err := b.addFile(complete); err != nil {
			return err
		}
	}
	if spooled != "" {
		if err := b.addSpool(spooled); err != nil {
			return err
		}
	}
	if err := errors.Join(b.write(), b.writer.Close()); err != nil {
		return err
	}
	return errors.Join(out.Sync(), out.Close())
}

// batch collects the rows of a group.
type batch struct {
	writer *parquet.GenericWriter[row]
	rows   []row
	bytes  int // of their JSON
}

// rowsAtOnce is how many rows of a Parquet file are read at a time.
const rowsAtOnce = 64

// addFile adds the records of a Parquet file, from their JSON: its columns may be those of an earlier version.
func (b *batch) addFile(name string) error {
	in, err := os.Open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	type whole struct {
		JSON string `parquet:"json"`
	}
	reader := parquet.NewGenericReader[whole](in)
	defer reader.Close()
	rows := make([]whole, rowsAtOnce)
	for {
		n, err := reader.Read(rows)
		for _, r := range rows[:n] {
			if err := b.add([]byte(r.JSON)); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// addSpool adds the records of a file of frames.
func (b *batch) addSpool(name string) error {
	in, err := os.Open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	decoder, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return err
	}
	defer decoder.Close()
	for buffered := bufio.NewReaderSize(decoder, 1<<20); ; {
		line, err := buffered.ReadBytes('\n')
		if err == io.EOF && len(line) == 0 {
			return nil
		}
		if err != nil {
			return err
		}
		if err := b.add(line[:len(line)-1]); err != nil {
			return err
		}
	}
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
