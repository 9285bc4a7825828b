package main

import (
	"fmt"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// fileNames are the files below the output directory that the inputs' documents go to: named like the input, below
// directories as it was found. No two are the same, also where names differ in case alone.
func fileNames(inputs []input, ending string) []string {
	names := make([]string, len(inputs))
	taken := map[string]bool{}
	for i, in := range inputs {
		stem := fileStem(in)
		name := stem + ending
		for n := 2; taken[strings.ToLower(name)]; n++ {
			name = fmt.Sprintf("%s-%d%s", stem, n, ending)
		}
		taken[strings.ToLower(name)] = true
		names[i] = name
	}
	return names
}

// fileStem is an input's file name without ending.
func fileStem(in input) string {
	switch {
	case in.source == stdin:
		return "stdin"
	case isAddress(in.source):
		return addressStem(in.source)
	}
	path := in.within
	if path == "" {
		path = filepath.Base(in.source)
	}
	path = withoutGzip(path)
	if isPage(path) {
		path = strings.TrimSuffix(path, filepath.Ext(path))
	}
	parts := strings.Split(filepath.ToSlash(path), "/")
	for i, part := range parts {
		parts[i] = safeName(part)
	}
	return filepath.Join(parts...)
}

// addressStem is an address as the name of one file: host, path and query.
func addressStem(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return safeName(address)
	}
	name := u.Host + strings.TrimSuffix(u.Path, "/")
	if u.RawQuery != "" {
		name += "_" + u.RawQuery
	}
	if isPage(name) {
		name = strings.TrimSuffix(name, filepath.Ext(name))
	}
	return safeName(name)
}

// maxName is how many bytes of a name are kept: file systems allow 255, endings and numbers come on top.
const maxName = 200

// safeName is s as a file's name that is one on every system: letters, digits and ".-_", not hidden, not a device.
func safeName(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) || strings.ContainsRune(".-_", r) {
			return r
		}
		return '_'
	}, strings.ToValidUTF8(s, "_"))
	if len(s) > maxName {
		s = strings.ToValidUTF8(s[:maxName], "")
	}
	base, _, _ := strings.Cut(s, ".")
	if base == "" || slices.Contains(devices, strings.ToUpper(base)) {
		return "_" + strings.TrimLeft(s, ".")
	}
	return s
}

// devices are names that Windows keeps for itself, with any ending.
var devices = []string{"CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
	"LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9"}
