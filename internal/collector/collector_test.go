package collector

import (
	"runtime/debug"
	"testing"
)

func TestSparePercent(t *testing.T) {
	tests := []struct {
		live uint64
		want int
	}{
		{0, 400},
		{10 << 20, 400},
		{64 << 20, 400},
		{128 << 20, 200},
		{256 << 20, 100},
		{4 << 30, 100},
	}
	for _, test := range tests {
		if got := sparePercent(test.live); got != test.want {
			t.Errorf("%d bytes in use: %d percent, want %d", test.live, got, test.want)
		}
	}
}

func TestRelax(t *testing.T) {
	t.Setenv("GOGC", "")
	t.Setenv("GOMEMLIMIT", "")
	percent := func() int {
		p := debug.SetGCPercent(100)
		debug.SetGCPercent(p)
		return p
	}
	before := percent()
	restore := Relax()
	during := percent()
	restore()
	if after := percent(); during != mostSpare || after != before {
		t.Errorf("%d percent before, %d during, %d after", before, during, after)
	}
	t.Setenv("GOGC", "50")
	restore = Relax()
	if got := percent(); got != before {
		t.Errorf("GOGC is set, and %d percent became %d", before, got)
	}
	restore()
}
