package content

import (
	"strings"
	"testing"
)

func TestComplete(t *testing.T) {
	x := index(t, `<h2>Boats</h2><p>kept</p><h2>Dry summers</h2><h3>Hens</h3><p>kept</p><h2>Unlikely</h2><p>kept</p>
		<h2>Related</h2><p>dropped</p><h2>Read on</h2><div class="footnotes"><p>Third step.</p></div><p class="note">Away</p>`)
	a := analyse(x, Context{})
	defer a.release()
	probabilities := []float32{0.2, 0.9, 0.2, 0.2, 0.9, 0.05, 0.9, 0.2, 0.2, 0.2, 0.2, 0.2}
	for i, p := range probabilities {
		a.probability = append(a.probability[:i], p)
		a.keep = append(a.keep[:i], p > 0.5)
	}
	a.complete()
	var got []string
	for i, b := range x.Blocks() {
		if a.keep[i] {
			got = append(got, string(x.AppendText(nil, b.First, b.Last)))
		}
	}
	if got, want := strings.Join(got, ", "), "kept, Dry summers, Hens, kept, kept, Third step."; got != want {
		t.Errorf("kept %s; want %s", got, want)
	}
}
