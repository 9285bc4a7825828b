package thread

import "testing"

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
		ok   bool
	}{
		{"5", 5, true},
		{"-3", -3, true},
		{"+12", 12, true},
		{"140 points", 140, true},
		{"Score: 7", 7, true},
		{"Score:\u00a07", 7, true},
		{"1,204", 1204, true},
		{"赞5", 5, true},
		{"1.2K", 1200, true},
		{"3M likes", 3000000, true},
		{"4Kids", 4, false},
		{"Reefing102 and Ann", 0, false}, // who voted
		{"mill-4", 0, false},
		{"5th", 5, false},
		{"no votes", 0, false},
		{"", 0, false},
	} {
		if n, ok := number(c.text); ok != c.ok || ok && n != c.want {
			t.Errorf("%q: %d %v, want %d %v", c.text, n, ok, c.want, c.ok)
		}
	}
}
