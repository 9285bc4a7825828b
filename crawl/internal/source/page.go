package source

import (
	"io"
	"net/http"
	"os"

	"github.com/scholia/scholia/crawl/internal/record"
)

// contentTypes are what the endings of files say for certain. A file that ends in .html may be a plain text all the same.
var contentTypes = map[string]string{".txt": "text/plain", ".xhtml": "application/xhtml+xml"}

// page gives a saved page. Where it came from is not known: its URL is the file's name.
func page(name string, give func(*record.Document, error) bool) error {
	r, err := open(name)
	if err != nil {
		return err
	}
	defer r.Close()
	body, err := io.ReadAll(io.LimitReader(r, MaxBody+1))
	if err != nil {
		return err
	}
	if int64(len(body)) > MaxBody {
		return errLarge()
	}
	doc := &record.Document{URL: name, Status: http.StatusOK, Header: http.Header{}, Body: body}
	if t := contentTypes[ending(name)]; t != "" {
		doc.Header.Set("Content-Type", t)
	}
	if info, err := os.Stat(name); err == nil {
		doc.Time = info.ModTime().UTC()
	}
	give(doc, nil)
	return nil
}
