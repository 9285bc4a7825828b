package crawl

import (
	"fmt"
	"slices"
	"testing"

	"github.com/scholia/scholia/crawl/internal/record"
)

func TestGatheringIsBounded(t *testing.T) {
	g := newGathering()
	g.limit = 100
	var went []string
	for i := range 10 {
		h := &held{doc: &record.Document{URL: fmt.Sprint(i)}, size: 30, further: i%2 == 0}
		for _, old := range g.hold(h) {
			went = append(went, old.doc.URL)
		}
		if i == 7 && g.take("6") == nil {
			t.Error("what is held cannot be taken")
		}
	}
	if want := []string{"0", "1", "2", "3", "4", "5"}; !slices.Equal(went, want) {
		t.Errorf("%v made room, want %v", went, want)
	}
	if g.take("3") != nil || g.bytes != 90 {
		t.Errorf("%d bytes are held, want those of 7, 8 and 9", g.bytes)
	}
	var rest []string
	for _, h := range g.rest() {
		rest = append(rest, h.doc.URL)
	}
	if want := []string{"7", "9", "8"}; !slices.Equal(rest, want) {
		t.Errorf("%v are left, want %v: those first with which articles begin", rest, want)
	}
}
