// Package archive keeps the traffic of a crawl as WARC files (ISO 28500:2017, WARC/1.1): each request and each answer
// as it went over the line.
package archive

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/gofrs/flock"
	"github.com/google/uuid"
	warc "github.com/internetarchive/gowarc"
	"github.com/klauspost/compress/gzip"

	"github.com/scholia/scholia/crawl/internal/record"
)

// MaxFile is from how many bytes on a file is closed and another one begun: what archives have agreed on.
const MaxFile = 1 << 30

// Folder is an archive in a folder. Each record is a member of gzip and is written at once, so that a file whose
// writer was killed is good to read. A file that is being written has .open at the end of its name and is locked; one that
// is not locked any more was left by a writer that was killed, and is completed by the next one.
type Folder struct {
	dir     string
	info    map[string]string
	writer  string // different for each
	maxFile int64

	mu      sync.Mutex
	file    *os.File
	lock    *flock.Flock // of file
	size    int64
	infoID  string // of the file's warcinfo record
	buffer  bytes.Buffer
	zipper  *gzip.Writer
	serial  int
	failure error // of a write: the file may be damaged, so nothing more is written
}

// Open begins an archive in a folder, which is made if it is not there. Info describes the crawl at the beginning of
// each file: software, operator, robots (fields of a warcinfo record).
func Open(dir string, info map[string]string) (*Folder, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("archive: %w", err)
	}
	a := &Folder{dir: dir, info: info, writer: uuid.NewString()[:8], maxFile: MaxFile}
	a.zipper = gzip.NewWriter(&a.buffer)
	if err := a.recover(); err != nil {
		return nil, fmt.Errorf("archive: %w", err)
	}
	return a, nil
}

// recover gives the files of writers that were killed the names of whole ones.
func (a *Folder) recover() error {
	left, err := filepath.Glob(filepath.Join(a.dir, "*.warc.gz"+open))
	if err != nil {
		return err
	}
	for _, name := range left {
		lock := flock.New(name)
		free, err := lock.TryLock()
		if err == nil && free {
			err = errors.Join(os.Rename(name, strings.TrimSuffix(name, open)), lock.Unlock())
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Write keeps a request and its answer. The error names the address.
func (a *Folder) Write(x *record.Exchange) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.failure == nil {
		a.failure = a.exchange(x)
	}
	if a.failure != nil {
		return fmt.Errorf("archive of %s: %w", x.URL, a.failure)
	}
	return nil
}

func (a *Folder) exchange(x *record.Exchange) error {
	if a.file == nil || a.size >= a.maxFile {
		if err := errors.Join(a.end(), a.begin()); err != nil {
			return err
		}
	}
	answer, request := responseRecord(x), requestRecord(x)
	request.fields["WARC-Concurrent-To"] = answer.id()
	for _, e := range []entry{answer, request} {
		e.fields["WARC-Warcinfo-ID"] = a.infoID
		if err := a.write(e); err != nil {
			return err
		}
	}
	return nil
}

// begin makes the next file, with its description.
func (a *Folder) begin() error {
	a.serial++
	host, err := os.Hostname()
	if err != nil {
		host = "unknown"
	}
	name := fmt.Sprintf("scholia-%s-%05d-%s-%s.warc.gz", time.Now().UTC().Format("20060102150405"), a.serial, host, a.writer)
	if a.file, err = os.OpenFile(filepath.Join(a.dir, name+open), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644); err != nil {
		return err
	}
	a.lock = flock.New(a.file.Name())
	if _, err := a.lock.TryLock(); err != nil { // nobody else has it: it has just been made
		return err
	}
	a.size = 0
	info := infoRecord(name, a.info)
	a.infoID = info.id()
	return a.write(info)
}

// open is at the end of the name of a file that is being written.
const open = ".open"

// write writes one record as one member of gzip.
func (a *Folder) write(e entry) error {
	a.buffer.Reset()
	a.zipper.Reset(&a.buffer)
	w := warc.Writer{GZIPWriter: a.zipper, FileWriter: bufio.NewWriter(a.zipper), Compression: "GZIP", DigestAlgorithm: warc.SHA1}
	if _, err := w.WriteRecord(&warc.Record{Header: e.fields, Content: content{bytes.NewReader(e.content)}}); err != nil {
		return err
	}
	if err := errors.Join(w.FileWriter.Flush(), a.zipper.Close()); err != nil {
		return err
	}
	n, err := a.file.Write(a.buffer.Bytes())
	a.size += int64(n)
	return err
}

// end completes the file that is being written, if there is one.
func (a *Folder) end() error {
	if a.file == nil {
		return nil
	}
	name := a.file.Name()
	err := errors.Join(a.file.Sync(), a.file.Close())
	a.file = nil
	if err == nil {
		err = os.Rename(name, strings.TrimSuffix(name, open))
	}
	return errors.Join(err, a.lock.Unlock())
}

// Close completes the archive.
func (a *Folder) Close() error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if err := a.end(); err != nil {
		return fmt.Errorf("archive: %w", err)
	}
	return nil
}

// newID is the name of a record.
func newID() string { return "<urn:uuid:" + uuid.NewString() + ">" }
