package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// stdin is the argument that stands for standard input.
const stdin = "-"

// input is one page to be read.
type input struct {
	source string // as the user named it: a path, an address, or "-"
	// within is the path below the directory or the fixed part of the glob by which it was found; else "".
	within string
	err    error // why there is no page: an argument that names nothing
}

// expand finds the pages that the arguments name, in their order; within a directory in the order of names.
func expand(args []string) []input {
	var inputs []input
	for i, arg := range args {
		if arg == stdin && slices.Contains(args[:i], stdin) {
			inputs = append(inputs, input{source: arg, err: errors.New("the standard input is given twice, and can be read once")})
			continue
		}
		inputs = append(inputs, expandOne(arg)...)
	}
	return inputs
}

func expandOne(arg string) []input {
	if arg == stdin || isAddress(arg) {
		return []input{{source: arg}}
	}
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.IsDir():
		return inDirectory(arg)
	case err == nil:
		return []input{{source: arg}}
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(arg, "*?[{"):
		return matching(arg)
	case strings.Contains(arg, "://"):
		return []input{{source: arg, err: errors.New("this is no file, and only http and https addresses are fetched: give the path of a saved page")}}
	case errors.Is(err, fs.ErrNotExist) && withoutScheme(arg):
		return []input{{source: arg, err: errors.New("there is no such file: write https:// or http:// before it if it is an address")}}
	default:
		return []input{{source: arg, err: withoutPath(err)}}
	}
}

// withoutScheme tells whether what is no file looks like an address as people say it.
func withoutScheme(arg string) bool {
	host, _, path := strings.Cut(arg, "/")
	return path && strings.Index(host, ".") > 0 || strings.HasPrefix(arg, "www.")
}

// endings are those of the files that are read in a directory, each also with .gz behind it.
var endings = []string{".html", ".htm", ".xhtml", ".txt"}

func isPage(path string) bool {
	return slices.Contains(endings, strings.ToLower(filepath.Ext(withoutGzip(path))))
}

func withoutGzip(path string) string {
	if strings.EqualFold(filepath.Ext(path), ".gz") {
		return path[:len(path)-len(".gz")]
	}
	return path
}

// inDirectory finds the pages in a directory and those below it. What cannot be looked into is an input with an error.
func inDirectory(dir string) []input {
	var inputs []input
	root := dir + string(filepath.Separator) // so that a link to a directory is one
	_ = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			inputs = append(inputs, input{source: path, err: withoutPath(err)})
		case isPage(path) && !entry.IsDir():
			inputs = append(inputs, input{source: path, within: below(dir, path)})
		}
		return nil
	})
	if len(inputs) == 0 {
		return []input{{source: dir, err: fmt.Errorf(
			"no pages in this directory: it has no file that ends in %s, or these with .gz", strings.Join(endings, ", "))}}
	}
	return inputs
}

// matching finds the files that a glob matches.
func matching(glob string) []input {
	paths, err := doublestar.FilepathGlob(glob, doublestar.WithFilesOnly(), doublestar.WithNoFollow())
	if err != nil {
		return []input{{source: glob, err: fmt.Errorf("the pattern is not well formed: %w", err)}}
	}
	if len(paths) == 0 {
		return []input{{source: glob, err: errors.New("no file matches this pattern")}}
	}
	slices.Sort(paths)
	base, _ := doublestar.SplitPattern(filepath.ToSlash(glob))
	inputs := make([]input, len(paths))
	for i, path := range paths {
		inputs[i] = input{source: path, within: below(filepath.FromSlash(base), path)}
	}
	return inputs
}

// below is path relative to dir.
func below(dir, path string) string {
	rel, err := filepath.Rel(dir, path)
	if err != nil {
		return filepath.Base(path)
	}
	return rel
}

// withoutPath is the reason of a file error: the path is named anyway.
func withoutPath(err error) error {
	var pathError *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("there is no such file: check the path")
	case errors.As(err, &pathError):
		return pathError.Err
	}
	return err
}
