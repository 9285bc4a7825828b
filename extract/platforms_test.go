package extract_test

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/scholia/scholia/extract"
	"github.com/scholia/scholia/extract/internal/rules"
)

// TestPlatforms shows that each row of the table is used on a fixture that names it in its given.json, and that every
// fixture that names a platform is read by its row.
func TestPlatforms(t *testing.T) {
	var rows, used []string
	for _, r := range rules.Platforms().Rules() {
		rows = append(rows, r.Platform)
	}
	for _, dir := range slices.Concat(fixtureDirs(t, fixtures), fixtureDirs(t, pending)) {
		platform := readGiven(t, dir).Platform
		if platform == "" {
			continue
		}
		if row := rowUsed(t, dir); row != platform {
			t.Errorf("%s is of %s and was read by the row %q", filepath.Base(dir), platform, row)
		}
		used = append(used, platform)
	}
	for _, row := range rows {
		if !slices.Contains(used, row) {
			t.Errorf("the row %s has no fixture in %s whose given.json names it", row, fixtures)
		}
	}
}

// rowUsed is the platform whose row gave a fixture's units, "" if none did.
func rowUsed(t *testing.T, dir string) (row string) {
	t.Helper()
	_ = readFixture(t, dir, extract.WithExplain(func(d extract.Decision) {
		if name, ok := strings.CutPrefix(d.Subject, "rule of "); ok && d.Verdict == "chosen" {
			row = name
		}
	}))
	return row
}

// TestPlatformsApart removes each row of the table in turn and shows that this changes no fixture but those of its
// platform.
func TestPlatformsApart(t *testing.T) {
	for _, dir := range fixtureDirs(t, fixtures) {
		platform := readGiven(t, dir).Platform
		want := readFixture(t, dir)
		for _, r := range rules.Platforms().Rules() {
			if r.Platform == platform {
				continue
			}
			got := readFixture(t, dir, extract.WithTable(rules.Platforms().Without(r.Platform)))
			if !bytes.Equal(got, want) {
				t.Errorf("without the row %s, %s is read in another way", r.Platform, filepath.Base(dir))
			}
		}
	}
}
