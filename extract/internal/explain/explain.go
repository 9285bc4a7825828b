// Package explain collects why each room decided as it did, for the reader who wants to know why a page went wrong.
package explain

import "fmt"

// Log is a list of decisions. A nil Log records nothing and costs nothing, so rooms call it without asking.
type Log struct{ Entries []Entry }

// Entry is one decision.
type Entry struct {
	Room    string // the room that decided: metadata, thread, content, ...
	Subject string // what about: a field's name, the path of an element, the beginning of a text
	Verdict string // kept, dropped, chosen, rejected, or the value given to a field
	Reason  string // the evidence
}

// On tells whether entries are recorded: ask before making a costly subject.
func (l *Log) On() bool { return l != nil }

// Add records a decision; reason is a format for args as in fmt.Sprintf.
func (l *Log) Add(room, subject, verdict, reason string, args ...any) {
	if l != nil {
		l.Entries = append(l.Entries, Entry{room, subject, verdict, fmt.Sprintf(reason, args...)})
	}
}
