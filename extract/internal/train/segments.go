package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/scholia/scholia/extract/internal/dom"
)

// segments are the weak gold of a page: texts that must and must not be in its main content.
type segments struct {
	With    []string `json:"with"`
	Without []string `json:"without"`
}

// readSegments lists the pages of a folder with segments.json and html/, in the order of their names.
func readSegments(dir string) ([]goldPage, error) {
	raw, err := os.ReadFile(filepath.Join(dir, "segments.json"))
	if err != nil {
		return nil, err
	}
	var gold map[string]struct {
		segments
		File string `json:"file"`
	}
	if err := json.Unmarshal(raw, &gold); err != nil {
		return nil, fmt.Errorf("%s: %w", dir, err)
	}
	var pages []goldPage
	for _, address := range slices.Sorted(maps.Keys(gold)) {
		g := gold[address]
		pages = append(pages, goldPage{
			id: address, address: address, file: filepath.Join(dir, "html", g.File+".gz"), kind: segmentKind, site: siteOf(address), segments: &g.segments,
		})
	}
	return pages, nil
}

// segmentKind marks pages of which only some blocks are known.
const segmentKind = "segments"

// labelBySegments marks the blocks that hold a segment; what the others are is not known.
func (s *sample) labelBySegments(x *dom.Index) {
	s.words = make([][]int32, len(s.blocks))
	s.covered = make([]float32, len(s.blocks))
	s.known = make([]bool, len(s.blocks))
	for i, b := range s.blocks {
		text := string(x.AppendText(nil, b.First, b.Last))
		if holdsAny(text, s.segments.With) {
			s.covered[i], s.known[i] = 1, true
		} else if holdsAny(text, s.segments.Without) {
			s.known[i] = true
		}
	}
}

func holdsAny(text string, segments []string) bool {
	for _, segment := range segments {
		if segment = oneLine(segment); segment != "" && strings.Contains(text, segment) {
			return true
		}
	}
	return false
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// tally counts the segments of a page that came out right.
type tally struct{ found, missed, wrong int }

func (g *segments) count(text string) (t tally) {
	for _, segment := range g.With {
		if strings.Contains(text, oneLine(segment)) {
			t.found++
		} else {
			t.missed++
		}
	}
	for _, segment := range g.Without {
		if strings.Contains(text, oneLine(segment)) {
			t.wrong++
		}
	}
	return t
}
