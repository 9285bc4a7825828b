package kind

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/scholia/scholia/extract/internal/boost"
	"github.com/scholia/scholia/extract/page"
)

// Model has a lexicon, whose guesses are features, and a forest for each of the kinds in Learned: its score says whether a
// page is of that kind rather than of any other.
type Model struct {
	Lexicon Lexicon
	Forests [kinds]*boost.Forest
}

// fewWords is the number of words of content below which only the words of a page are asked: its figures tell nothing then. Pages without
// any are many enough to be learned from.
const fewWords = 30

// surely is the probability from which a page with comments is no article, and a page of next to no words of a kind.
const surely = 0.5

// likely is the probability from which a page without content is told to be of a kind.
const likely = 0.25

// Kind is the likeliest kind of a page with these features, and how likely it is. A page without content is of no kind in
// particular unless the case is clear and its address known.
func (m *Model) Kind(row *boost.Row, remarks bool) (best page.Kind, probability float32) {
	best = page.Other
	var top float32
	for i, k := range Learned {
		if !possible(k, row, remarks) {
			continue
		}
		if odds := m.odds(i, row); best == page.Other || odds > top {
			best, top = k, odds
		}
	}
	probability = boost.Probability(top)
	unsure := best == page.Article || isBare(row) && probability < surely
	switch {
	case !remarks && isList(row) && unsure:
		best, probability = page.Listing, boost.Probability(m.odds(slices.Index(Learned[:], page.Listing), row))
	case !remarks && isBare(row) && unsure:
		best = page.Other
	case row[fBlocks] == 0 && (probability < likely || row[fSegments] == noAddress):
		best = page.Other
	case remarks && probability < surely:
		best = page.Article
	}
	return best, probability
}

// odds are the log odds of a page's being of a kind.
func (m *Model) odds(kind int, row *boost.Row) (odds float32) {
	if !isFew(row) {
		return m.Forests[kind].Score(row)
	}
	for group := range groups {
		odds += row[fGuess+group*kinds+kind]
	}
	return odds
}

// possible tells whether a page can be of a kind. Readers comment on articles and products. A thread of which no post is found
// is one that its address and its head call so.
func possible(k page.Kind, row *boost.Row, remarks bool) bool {
	if k == page.Thread && row[fGuess+fromHead*kinds+kinds-1] <= 0 {
		return false
	}
	return !remarks || slices.Contains(remarked, k)
}

// The file of a model is its magic and its parts: the lexicon's weights as they are, compressed by DEFLATE (RFC 1951), and for
// each kind the forest's file. Before each part stands its length as a big-endian uint32.
const modelMagic = "page kinds 3\n"

// Append writes the model's file at the end of b.
func (m *Model) Append(b []byte) []byte {
	b = appendPart(append(b, modelMagic...), m.Lexicon.deflate())
	for _, f := range m.Forests {
		b = appendPart(b, f.Append(nil))
	}
	return b
}

func appendPart(b, part []byte) []byte {
	return append(binary.BigEndian.AppendUint32(b, uint32(len(part))), part...)
}

// cutPart takes a part off the front of b.
func cutPart(b []byte) (part, rest []byte, err error) {
	if len(b) < 4 || int(binary.BigEndian.Uint32(b)) > len(b)-4 {
		return nil, nil, errors.New("model of page kinds ends too early: run the training command")
	}
	end := 4 + binary.BigEndian.Uint32(b)
	return b[4:end], b[end:], nil
}

// ReadModel reads the file of a model. It refuses one whose features are not those of this program.
func ReadModel(b []byte) (*Model, error) {
	m := new(Model)
	if len(b) < len(modelMagic) || string(b[:len(modelMagic)]) != modelMagic {
		return nil, errors.New("not a model of page kinds, or of another version: run the training command")
	}
	part, b, err := cutPart(b[len(modelMagic):])
	if err == nil {
		err = m.Lexicon.inflate(part)
	}
	for i := 0; i < kinds && err == nil; i++ {
		if part, b, err = cutPart(b); err == nil {
			m.Forests[i], err = readForest(part)
		}
	}
	if err != nil {
		return nil, err
	}
	return m, nil
}

func readForest(file []byte) (*boost.Forest, error) {
	f, err := boost.Read(file)
	if err != nil {
		return nil, fmt.Errorf("model of page kinds: %w", err)
	}
	if !slices.Equal(f.Names(), FeatureNames()) {
		return nil, errors.New("model of page kinds was trained on other features: run the training command")
	}
	return f, nil
}

func (l *Lexicon) deflate() []byte {
	plain := make([]byte, 0, Buckets*kinds)
	for i := range l {
		for _, w := range l[i] {
			plain = append(plain, byte(w))
		}
	}
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err != nil {
		panic(err) // the level is a good one
	}
	_, _ = w.Write(plain) // a bytes.Buffer takes all
	_ = w.Close()
	return b.Bytes()
}

func (l *Lexicon) inflate(b []byte) error {
	plain := make([]byte, Buckets*kinds)
	if _, err := io.ReadFull(flate.NewReader(bytes.NewReader(b)), plain); err != nil {
		return fmt.Errorf("model of page kinds: its lexicon cannot be read (%w): run the training command", err)
	}
	for i, w := range plain {
		l[i/kinds][i%kinds] = int8(w)
	}
	return nil
}

//go:embed model.bin
var modelFile []byte

// model is the one in use; a test reads its file.
var model = boost.Embedded(modelFile, ReadModel)
