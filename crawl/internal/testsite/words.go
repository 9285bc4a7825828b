package testsite

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode"
)

// writer makes up texts that look like prose: the extractor tells articles from menus by that.
type writer struct{ *rand.Rand }

// newWriter is a writer whose texts follow from the numbers given.
func newWriter(seed uint64, of ...int) writer {
	mixed := seed
	for _, n := range of {
		mixed = mixed*0x9e3779b97f4a7c15 + uint64(n) + 1
		mixed ^= mixed >> 29
	}
	return writer{rand.New(rand.NewPCG(mixed, mixed^0xda3e39cb94b95bdb))}
}

func (w writer) of(words []string) string { return words[w.IntN(len(words))] }

// sentence is a sentence of about fifteen words.
func (w writer) sentence() string {
	s := fmt.Sprintf(w.of(patterns), w.of(people), w.of(verbs), w.of(things), w.of(places), w.of(reasons))
	return strings.ToUpper(s[:1]) + s[1:]
}

// sentences is a paragraph of from to to sentences.
func (w writer) sentences(from, to int) string {
	parts := make([]string, from+w.IntN(to-from+1))
	for i := range parts {
		parts[i] = w.sentence()
	}
	return strings.Join(parts, " ")
}

// title is a heading of four or five words.
func (w writer) title() string {
	s := w.of(titles) + " " + w.of(things) + " " + w.of(places)
	return strings.ToUpper(s[:1]) + s[1:]
}

// name is a person's name.
func (w writer) name() string { return w.of(firstNames) + " " + w.of(lastNames) }

// slug is a title as it stands in an address.
func slug(title string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !unicode.IsLetter(r) }), "-")
}

var (
	patterns = []string{
		"%s %s %s %s, %s.",
		"last winter %s %s %s %s, %s.",
		"nobody expected that %s %s %s %s, %s.",
		"as far as I remember, %s %s %s %s, %s.",
		"%s never %s %s %s, %s.",
		"in the end %s %s %s %s, %s.",
	}
	people = []string{"the ferryman", "my neighbour", "an old clockmaker", "the librarian", "our baker", "the surveyor", "a retired pilot",
		"the gardener", "her brother", "the night guard", "a young engineer", "the beekeeper", "the choir", "the mayor's cousin"}
	verbs = []string{"repaired", "painted", "measured", "forgot", "sold", "described", "counted", "borrowed", "photographed",
		"carried", "rebuilt", "drew", "lost", "translated", "catalogued"}
	things = []string{"the wooden bridge", "a box of maps", "the town clock", "seven lanterns", "the harbour crane", "a weather diary",
		"the stone oven", "an apple press", "the observatory dome", "a bundle of letters", "the mill wheel", "a barometer", "the tram bell",
		"some garden chairs", "the reading room"}
	places = []string{"behind the station", "on the north shore", "near the old quarry", "under the lime trees", "at the market", "in the valley",
		"by the lighthouse", "outside the school", "along the canal", "in the upper village", "beyond the orchard", "at the edge of the moor"}
	reasons = []string{"because the river had risen again", "although nobody had asked for it", "while the rest of us waited for rain",
		"which took longer than the council had planned", "and wrote down every step of the way", "so that the children could see how it works",
		"before the first snow made the road too narrow", "with tools that were older than the house itself", "which explains the marks on the wall",
		"and the newspaper printed a picture of it", "but the colour was never quite the same", "as the plans of the year before had shown"}
	titles     = []string{"how we found", "a short history of", "notes on", "the trouble with", "what became of", "a morning with", "in praise of", "seven facts about"}
	firstNames = []string{"Agnes", "Bela", "Corin", "Dagny", "Emeric", "Fenna", "Goran", "Hedda", "Ilse", "Jorun", "Kasimir", "Lotte", "Matej", "Nuala", "Orla", "Pavel"}
	lastNames  = []string{"Abendroth", "Brekke", "Castellan", "Drummond", "Eskelund", "Farkas", "Gillespie", "Hawthorn", "Ivarsen", "Janssens", "Kovalik", "Lindqvist"}
)
