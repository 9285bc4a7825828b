package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// output is where the documents go.
type output interface {
	write(r result) error
	// close ends the output; with an error, that of an interruption, what is not whole is removed. It returns that
	// error.
	close(err error) error
}

// toDirectory says whether each input gets a file of its own.
func (s *settings) toDirectory() bool {
	if strings.HasSuffix(s.output, "/") || strings.HasSuffix(s.output, string(filepath.Separator)) {
		return true
	}
	info, err := os.Stat(s.output)
	return s.output != "" && err == nil && info.IsDir()
}

func newOutput(s settings, inputs []input) (output, error) {
	between := ""
	if s.format == "md" || s.format == "text" {
		between = "\n"
	}
	switch {
	case s.toDirectory():
		if err := os.MkdirAll(s.output, 0o777); err != nil {
			return nil, fmt.Errorf("the directory for the output cannot be made: %w", err)
		}
		return &directory{s.output, fileNames(inputs, fileEnding(s.format))}, nil
	case s.output == "" || s.output == stdin:
		return &stream{w: bufio.NewWriter(os.Stdout), between: between, finish: func(err error) error { return err }}, nil
	}
	// The file takes its name only when it is whole.
	file, err := os.CreateTemp(filepath.Dir(s.output), filepath.Base(s.output)+".*.part")
	if err != nil {
		return nil, fmt.Errorf("the output cannot be written: %w", err)
	}
	return &stream{w: bufio.NewWriter(file), between: between, finish: func(err error) error {
		return finishFile(file, s.output, err)
	}}, nil
}

// stream writes all documents one after the other.
type stream struct {
	w       *bufio.Writer
	between string // what stands between two documents
	written int
	finish  func(error) error
}

func (s *stream) write(r result) error {
	if s.written++; s.written > 1 {
		s.w.WriteString(s.between)
	}
	s.w.Write(r.document)
	return s.w.Flush() // so that a reader at the other end of a pipe sees each document when it is there
}

func (s *stream) close(err error) error { return s.finish(errors.Join(err, s.w.Flush())) }

// directory writes each document to a file.
type directory struct {
	dir   string
	names []string // by input
}

func (d *directory) write(r result) error {
	path := filepath.Join(d.dir, d.names[r.index])
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	file, err := os.CreateTemp(filepath.Dir(path), "*.part")
	if err != nil {
		return err
	}
	_, err = file.Write(r.document)
	return finishFile(file, path, err)
}

func (d *directory) close(err error) error { return err }

// finishFile closes a temporary file and gives it its name, or removes it where err or closing it failed.
func finishFile(file *os.File, path string, err error) error {
	err = errors.Join(err, file.Chmod(0o644), file.Close())
	if err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		_ = os.Remove(file.Name())
	}
	return err
}
