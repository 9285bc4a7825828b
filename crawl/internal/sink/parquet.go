package sink

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/parquet-go/parquet-go"

	"github.com/scholia/scholia/crawl/internal/record"
)

// columnar is a Parquet file. Nothing can be added to one that is complete, and one that is not cannot be read: so
// records are kept as compressed lines beside it, until all are there. Those of a recrawl are kept in the same way, and then a
// new file is made of the old one and of them.
type columnar struct {
	name     string
	complete int64           // records in the Parquet file
	at       record.Position // records in all; bytes of the spool
	spool    *frames         // nil if nothing was added to the Parquet file
}

// spool is the name of the file that keeps the records until the end.
func spool(name string) string { return name + ".unfinished" }

// openParquet opens the output where all records up to the position are in the Parquet file, or in that and the spool. At
// the moment between the two, both have them: then the spool has nothing to add.
func openParquet(name string, at record.Position) (record.Sink, error) {
	if at == (record.Position{}) {
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, withoutPath(err)
		}
	}
	complete, err := recordsIn(name)
	if err != nil {
		return nil, err
	}
	c := &columnar{name: name, complete: complete, at: at}
	switch {
	case at.Records < complete:
		return nil, fmt.Errorf("it has %d records where there were %d: %w", complete, at.Records, ErrChanged)
	case at.Records == complete && complete > 0:
		c.at.Bytes = 0
		return c, nil
	}
	c.spool, err = openFrames(spool(name), at)
	return c, err
}

// recordsIn counts the records of a Parquet file, 0 if there is none.
func recordsIn(name string) (int64, error) {
	file, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, withoutPath(err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return 0, withoutPath(err)
	}
	p, err := parquet.OpenFile(file, info.Size())
	if err != nil {
		return 0, fmt.Errorf("%w; %w", err, ErrChanged)
	}
	return p.NumRows(), nil
}

// Append adds a record.
func (c *columnar) Append(line []byte) (err error) {
	if c.spool == nil {
		if c.spool, err = openFrames(spool(c.name), c.at); err != nil {
			return err
		}
	}
	return c.spool.Append(line)
}

// Sync makes what was appended lasting.
func (c *columnar) Sync() (record.Position, error) {
	if c.spool == nil {
		return c.at, nil
	}
	at, err := c.spool.Sync()
	c.at = at
	return at, err
}

// Finish makes the Parquet file of the records. It takes its name only when it is complete; the kept records go after
// that.
func (c *columnar) Finish() error {
	if _, err := c.Sync(); err != nil {
		return err
	}
	if err := c.Close(); err != nil {
		return err
	}
	if c.spool != nil {
		if err := c.make(); err != nil {
			return err
		}
	}
	if err := os.Remove(spool(c.name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

func (c *columnar) make() error {
	old, making := "", c.name+".making"
	if c.complete > 0 {
		old = c.name
	}
	if err := combine(old, spool(c.name), making); err != nil {
		return errors.Join(err, os.Remove(making))
	}
	if err := os.Rename(making, c.name); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(c.name))
}

// Close leaves the output.
func (c *columnar) Close() error {
	if c.spool == nil {
		return nil
	}
	return c.spool.Close()
}
