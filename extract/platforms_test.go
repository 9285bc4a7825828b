package extract_test

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/scholia/scholia/extract"
	"github.com/scholia/scholia/extract/internal/dom"
	"github.com/scholia/scholia/extract/internal/dom/domtest"
	"github.com/scholia/scholia/extract/internal/rules"
)

// TestPlatforms shows that each row of the table is used on a fixture that names it in its given.json and is read right
// (TestFixtures), and that every fixture that names a platform is read by its row.
func TestPlatforms(t *testing.T) {
	var rows, used []string
	for _, r := range rules.Platforms().Rules() {
		rows = append(rows, r.Platform)
	}
	for _, dir := range fixtureDirs(t, fixtures) {
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
// platform. A page is read again only if the row applies to it; where it does not, the same rows apply as before.
func TestPlatformsApart(t *testing.T) {
	table := rules.Platforms()
	for _, dir := range slices.Concat(fixtureDirs(t, fixtures), fixtureDirs(t, pending)) {
		x := fixtureIndex(t, dir)
		platform, applying := readGiven(t, dir).Platform, rowsApplying(x, table)
		want := readFixture(t, dir)
		for _, r := range table.Rules() {
			rest := table.Without(r.Platform)
			switch i := slices.Index(applying, r.Platform); {
			case r.Platform == platform:
			case i < 0:
				if got := rowsApplying(x, rest); !slices.Equal(got, applying) {
					t.Errorf("without the row %s, %s apply to %s, not %s", r.Platform, got, filepath.Base(dir), applying)
				}
			case !bytes.Equal(readFixture(t, dir, extract.WithTable(rest)), want):
				t.Errorf("without the row %s, %s is read in another way", r.Platform, filepath.Base(dir))
			}
		}
	}
}

// rowsApplying are the platforms whose rows apply to a page.
func rowsApplying(x *dom.Index, table *rules.Set) (names []string) {
	for _, r := range table.Applying(x, "") {
		names = append(names, r.Platform)
	}
	return names
}

// fixtureIndex is the index of a fixture's page.
func fixtureIndex(t *testing.T, dir string) *dom.Index {
	t.Helper()
	b, _ := fixtureBytes(t, dir)
	return domtest.Index(t, string(b))
}
