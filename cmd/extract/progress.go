package main

import (
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// manyInputs is from how many on progress is shown.
const manyInputs = 20

// progress shows how far the work is; nil shows nothing.
type progress struct{ bar *progressbar.ProgressBar }

// newProgress shows progress on a terminal, if there are many inputs and the documents do not go to that terminal too.
func newProgress(inputs int, toFile bool) *progress {
	if inputs < manyInputs || !term.IsTerminal(int(os.Stderr.Fd())) || !toFile && term.IsTerminal(int(os.Stdout.Fd())) {
		return nil
	}
	return &progress{progressbar.NewOptions(inputs,
		progressbar.OptionSetWriter(os.Stderr), progressbar.OptionSetDescription("pages"), progressbar.OptionShowCount(),
		progressbar.OptionShowIts(), progressbar.OptionSetItsString("pages"), progressbar.OptionClearOnFinish(),
		progressbar.OptionSetPredictTime(true), progressbar.OptionThrottle(100*time.Millisecond))}
}

// A progress that cannot be shown is no reason to stop: its errors are left alone.

func (p *progress) step() {
	if p != nil {
		_ = p.bar.Add(1)
	}
}

// clear makes room for a line on the terminal.
func (p *progress) clear() {
	if p != nil {
		_ = p.bar.Clear()
	}
}
