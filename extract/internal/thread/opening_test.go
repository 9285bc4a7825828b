package thread

import (
	"testing"

	"github.com/scholia/scholia/extract/page"
)

func TestShowsHourOf(t *testing.T) {
	for _, c := range []struct {
		shown, data page.Date
		want        bool
	}{
		{"2024-01-10T12:47:16-05:00", "2024-01-10T17:47:16Z", true},
		{"2024-01-10T23:47", "2024-01-11T04:47:16Z", true},
		{"2024-01-10", "2024-01-10T17:47:16Z", false}, // less exact
		{"2025-01-12T18:49", "2025-11-28T19:07:05Z", false},
		{"", "2025-11-28T19:07:05Z", false},
	} {
		if got := showsHourOf(c.shown, c.data); got != c.want {
			t.Errorf("%s of %s: %v, want %v", c.shown, c.data, got, c.want)
		}
	}
}
