package crawl

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"github.com/scholia/scholia/crawl/internal/frontier"
)

// Outcome is a line of the list of outcomes: what became of an address that has no record of its own.
type Outcome struct {
	URL     string `json:"url"`
	Outcome string `json:"outcome"`          // read, redirected, joined, unchanged, skipped, failed
	Reason  string `json:"reason,omitempty"` // of skipped and failed
	Status  int    `json:"status,omitempty"` // of HTTP, if there was an answer
	Into    string `json:"into,omitempty"`   // the address of the record that it became part of
}

func (o *Outcome) line() []byte {
	b, err := json.Marshal(o)
	if err != nil {
		panic(err) // strings and a number
	}
	return b
}

// namedEach is how many addresses of a kind the summary names.
const namedEach = 10

// named are the first addresses of each outcome that a list of outcomes has, by the name that the outcome is counted under:
// of those that failed or were skipped.
func named(list string) (map[string][]string, error) {
	file, err := os.Open(list)
	if err != nil {
		return nil, fmt.Errorf("the list of outcomes cannot be read: %w", err)
	}
	defer file.Close()
	all := make(map[string][]string)
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var o Outcome
		if err := json.Unmarshal(lines.Bytes(), &o); err != nil {
			return nil, fmt.Errorf("the list of outcomes %s is damaged: %w", list, err)
		}
		if k := frontier.Outcome(o.Outcome); k != frontier.Skipped && k != frontier.Failed {
			continue
		}
		key := frontier.Key(frontier.Outcome(o.Outcome), o.Reason)
		if len(all[key]) < namedEach {
			all[key] = append(all[key], o.URL)
		}
	}
	return all, lines.Err()
}
