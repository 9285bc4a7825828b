package crawl_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/scholia/scholia/crawl"
	"github.com/scholia/scholia/crawl/internal/testsite"
)

// A state that has lost its log is an error, also where no output tells that there was a crawl; deleted, it is begun anew.
func TestStateThatLostItsLog(t *testing.T) {
	server := serve(t, testsite.Config{Seed: 25, Blogs: []testsite.Blog{{Articles: 2}}})
	losses := map[string]func(state string) error{
		"all files": func(state string) error { return os.RemoveAll(filepath.Join(state, "jetstream")) },
		"its messages": func(state string) error {
			blocks, err := filepath.Glob(filepath.Join(state, "jetstream", "*", "streams", "*", "msgs", "*.blk"))
			if err != nil || len(blocks) != 1 {
				t.Fatalf("the log is in %v, %v", blocks, err)
			}
			return os.Truncate(blocks[0], 100)
		},
	}
	for name, lose := range losses {
		t.Run(name, func(t *testing.T) {
			j := job(t, server, time.Millisecond)
			state := j.Output + ".state"
			if _, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()}); err != nil {
				t.Fatal(err)
			}
			for _, err := range []error{lose(state), os.Remove(j.Output), os.Remove(filepath.Join(state, "outcomes.jsonl"))} {
				if err != nil {
					t.Fatal(err)
				}
			}
			for range 2 { // the error does not mend it
				_, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()})
				if err == nil || !strings.Contains(err.Error(), "the state in "+state+" is damaged") {
					t.Fatalf("the error is %v", err)
				}
			}
			if err := os.RemoveAll(state); err != nil {
				t.Fatal(err)
			}
			if s, err := crawl.Run(t.Context(), j, crawl.Options{Log: logger()}); err != nil || s.Records != 2 {
				t.Errorf("begun anew: %v\n%s", err, s)
			}
		})
	}
}
