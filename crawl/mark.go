package crawl

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// mark names the file in the state's folder which says that the job was begun there. The log lies in files of its own, and
// where those are gone or damaged its server makes an empty one.
func (r *run) mark() string { return filepath.Join(r.job.State, r.job.Name+".begun") }

// intact says whether the state still knows the job if it was begun there. A cluster watches itself over what it keeps.
func (r *run) intact() error {
	if r.server == nil || r.log.Known() {
		return nil
	}
	_, err := os.Stat(r.mark())
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("the state cannot be read: %w", err)
	}
	return fmt.Errorf("%s is damaged: a crawl was begun there, and nothing is left of its log: put a copy of the folder back, "+
		"or, to begin anew, delete the folder and move %s away", r.state(), r.job.Output)
}

// leaveMark says that the job was begun.
func (r *run) leaveMark() error {
	if r.server == nil {
		return nil
	}
	if err := os.WriteFile(r.mark(), nil, 0o644); err != nil {
		return fmt.Errorf("the state cannot be kept: %w", err)
	}
	return nil
}
