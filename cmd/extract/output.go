package main

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// output is where the documents go.
type output interface {
	// write writes a document. With errOutput no other can be written either.
	write(r result) error
	// close ends the output; with an error, that of an interruption, what is not whole is removed. It returns that
	// error.
	close(err error) error
}

var errOutput = errors.New("the output cannot be written")

// toDirectory says whether each input gets a file of its own.
func (s *settings) toDirectory() bool {
	if strings.HasSuffix(s.output, "/") || strings.HasSuffix(s.output, string(filepath.Separator)) {
		return true
	}
	info, err := os.Stat(s.output)
	return s.output != "" && err == nil && info.IsDir()
}

// newOutput opens the output. It refuses one that is written over an input.
func newOutput(s settings, inputs []input) (output, error) {
	if s.toDirectory() {
		return newDirectory(s, inputs)
	}
	between := ""
	if s.chosen.Name == "md" || s.chosen.Name == "text" {
		between = "\n"
	}
	if s.output == "" || s.output == stdin {
		return newStream(os.Stdout, between, func(err error) error { return err }), nil
	}
	if err := overInput([]string{s.output}, inputs); err != nil {
		return nil, err
	}
	file, finish, err := create(s.output)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%w: %s: there is no such folder: make it first", errOutput, s.output)
	case err != nil:
		return nil, fmt.Errorf("%w: %s: %w", errOutput, s.output, withoutPath(err))
	}
	return newStream(file, between, finish), nil
}

// overInput is an error if one of the paths is the file of an input.
func overInput(paths []string, inputs []input) error {
	var read map[string]bool
	for _, path := range paths {
		if _, err := os.Stat(path); err != nil {
			continue // nothing is there that could be lost
		}
		if read == nil {
			read = map[string]bool{}
			for _, in := range inputs {
				read[realPath(in.source)] = true
			}
		}
		if read[realPath(path)] {
			return fmt.Errorf("%s would be written over, and it is an input: give another output with -o", path)
		}
	}
	return nil
}

// realPath is where a path leads, the same for all paths that lead there; path itself if that cannot be told.
func realPath(path string) string {
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return path
	}
	if real, err = filepath.Abs(real); err != nil {
		return path
	}
	return real
}

// stream writes all documents one after the other.
type stream struct {
	w       *bufio.Writer
	between string // what stands between two documents
	written int
	finish  func(error) error
}

func newStream(file *os.File, between string, finish func(error) error) *stream {
	return &stream{w: bufio.NewWriter(file), between: between, finish: finish}
}

func (s *stream) write(r result) error {
	if s.written++; s.written > 1 {
		s.w.WriteString(s.between)
	}
	s.w.Write(r.document)
	if err := s.w.Flush(); err != nil { // so that a reader at the other end of a pipe sees each document when it is there
		return fmt.Errorf("%w: %w", errOutput, withoutPath(err))
	}
	return nil
}

func (s *stream) close(err error) error { return s.finish(err) }

// directory writes each document to a file.
type directory struct {
	paths []string // by input
}

func newDirectory(s settings, inputs []input) (*directory, error) {
	if err := os.MkdirAll(s.output, 0o777); err != nil {
		return nil, fmt.Errorf("the directory for the output cannot be made: %w", err)
	}
	paths := fileNames(inputs, s.chosen.Ending)
	for i, name := range paths {
		paths[i] = filepath.Join(s.output, name)
	}
	return &directory{paths}, overInput(paths, inputs)
}

func (d *directory) write(r result) error {
	path := d.paths[r.index]
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	file, finish, err := create(path)
	if err != nil {
		return err
	}
	_, err = file.Write(r.document)
	return finish(err)
}

func (d *directory) close(err error) error { return err }

// create opens a file for writing, and gives what ends it: a file takes its name only when it is whole, and with an
// error it is removed. What a link leads to is written, and a pipe or a device as it is.
func create(path string) (file *os.File, finish func(error) error, err error) {
	if info, err := os.Stat(path); err == nil {
		if !info.Mode().IsRegular() {
			file, err := os.OpenFile(path, os.O_WRONLY, 0)
			return file, func(err error) error { return errors.Join(err, file.Close()) }, err
		}
		path = realPath(path)
	}
	// Not os.CreateTemp, whose files nobody else may read.
	part := path + "." + strconv.FormatUint(rand.Uint64(), 36) + ".part"
	file, err = os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	return file, func(err error) error {
		err = errors.Join(err, file.Close())
		if err == nil {
			err = os.Rename(part, path)
		}
		if err != nil {
			_ = os.Remove(part)
		}
		return err
	}, err
}
