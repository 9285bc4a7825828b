package content

import (
	"bytes"
	"strings"
	"testing"

	"github.com/scholia/scholia/extract/internal/boost"
)

func TestEmbeddedModel(t *testing.T) {
	m, err := ReadModel(modelFile)
	if err != nil {
		t.Fatal(err)
	}
	if len(modelFile) > 256<<10 {
		t.Errorf("the model has %d bytes, more than 256 KB", len(modelFile))
	}
	if !bytes.Equal(m.Append(nil), modelFile) {
		t.Error("the model written anew differs from its file")
	}
}

func TestReadModelRejects(t *testing.T) {
	other := boost.Train(boost.Data{Names: []string{"words"}, Rows: make([]boost.Row, 2), Label: []float32{0, 1}, Weight: []float32{1, 1}},
		boost.Options{Loss: boost.Logistic, Trees: 1, Leaves: 2, Depth: 1, Rate: 1, Rows: 1, Features: 1})
	tests := []struct {
		name, want string
		file       []byte
	}{
		{"empty", "not a model of content", nil},
		{"another version", "not a model of content", []byte(strings.Replace(string(modelFile), "model 1", "model 9", 1))},
		{"truncated", "checksum", modelFile[:len(modelFile)-100]},
		{"without trees", "not a file of trees", modelFile[:len(modelMagic)+len(Lexicon{})]},
		{"other features", "other features", (&Model{Trees: other}).Append(nil)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if _, err := ReadModel(test.file); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one with %q", err, test.want)
			}
		})
	}
}
