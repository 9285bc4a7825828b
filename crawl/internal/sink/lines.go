package sink

import (
	"bufio"
	"errors"
	"os"

	"github.com/scholia/scholia/crawl/internal/record"
)

// lines is a file of JSON Lines, or the standard output.
type lines struct {
	output *os.File
	buffer *bufio.Writer
	at     record.Position
	file   bool // it can be made lasting and has an end
}

func openLines(name string, at record.Position) (record.Sink, error) {
	file, err := openAt(name, at.Bytes)
	if err != nil {
		return nil, err
	}
	info, err := file.Stat()
	return &lines{output: file, at: at, file: err == nil && info.Mode().IsRegular()}, err
}

// Append adds a record.
func (l *lines) Append(line []byte) error {
	if l.buffer == nil {
		l.buffer = bufio.NewWriterSize(l.output, 1<<16)
	}
	if _, err := l.buffer.Write(line); err != nil {
		return err
	}
	if err := l.buffer.WriteByte('\n'); err != nil {
		return err
	}
	l.at.Records++
	l.at.Bytes += int64(len(line)) + 1
	return nil
}

// Sync makes what was appended lasting.
func (l *lines) Sync() (record.Position, error) {
	if l.buffer != nil {
		if err := l.buffer.Flush(); err != nil {
			return record.Position{}, err
		}
	}
	if l.file {
		if err := l.output.Sync(); err != nil {
			return record.Position{}, err
		}
	}
	return l.at, nil
}

// Finish completes the output.
func (l *lines) Finish() error {
	_, err := l.Sync()
	return errors.Join(err, l.Close())
}

// Close leaves the output; the standard output stays open for others.
func (l *lines) Close() error {
	if l.output == os.Stdout {
		return nil
	}
	return l.output.Close()
}
