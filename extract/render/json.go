package render

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/scholia/scholia/extract/page"
)

// JSON writes the page as indented JSON, in the form that docs/page.schema.json describes.
func JSON(w io.Writer, p *page.Page) error {
	var indented bytes.Buffer
	if err := json.Indent(&indented, p.AppendJSON(nil), "", "  "); err != nil {
		return err
	}
	indented.WriteByte('\n')
	_, err := w.Write(indented.Bytes())
	return err
}

// JSONLine writes the page as one line of JSON Lines (jsonlines.org).
func JSONLine(w io.Writer, p *page.Page) error {
	_, err := w.Write(append(p.AppendJSON(nil), '\n'))
	return err
}
