package progress

import (
	"fmt"
	"io"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

// refresh is how often the display changes.
const refresh = 250 * time.Millisecond

// Display is a few lines at the bottom of a terminal that change as the crawl goes on.
type Display struct {
	meter    *Meter
	progress *mpb.Progress
	bar      *mpb.Bar
	stop     chan struct{}
	stopped  chan struct{}
}

// Display begins to show a crawl on a terminal. While it is shown, what else is to be written to the terminal goes
// through the display's Write.
func (m *Meter) Display(terminal io.Writer) *Display {
	d := &Display{meter: m, stop: make(chan struct{}), stopped: make(chan struct{})}
	d.progress = mpb.New(mpb.WithOutput(terminal), mpb.WithAutoRefresh(), mpb.WithRefreshRate(refresh))
	status := m.Status()
	d.bar = d.progress.New(status.Known, mpb.BarStyle(),
		mpb.PrependDecorators(decor.Any(func(decor.Statistics) string { return counts(m.Status()) + " " })),
		mpb.AppendDecorators(decor.Percentage()),
		mpb.BarExtender(mpb.BarFillerFunc(func(w io.Writer, s decor.Statistics) error {
			_, err := io.WriteString(w, details(m.Status(), s.AvailableWidth))
			return err
		}), false))
	go d.follow()
	return d
}

// follow moves the bar until the display is closed.
func (d *Display) follow() {
	defer close(d.stopped)
	ticker := time.NewTicker(refresh)
	defer ticker.Stop()
	for {
		select {
		case <-d.stop:
			return
		case <-ticker.C:
			s := d.meter.Status()
			d.bar.SetTotal(s.Known+1, false) // a full bar would be taken for the end
			d.bar.SetCurrent(s.Done())
		}
	}
}

// Write writes lines above the display.
func (d *Display) Write(b []byte) (int, error) { return d.progress.Write(b) }

// Close takes the display away.
func (d *Display) Close() {
	close(d.stop)
	<-d.stopped
	d.bar.Abort(true)
	d.progress.Wait()
}

// counts are the figures beside the bar.
func counts(s Status) string {
	return fmt.Sprintf("%d pages, %d queued, %d records, %.1f/s, %d failed", s.Done(), s.Queued, s.Records, s.Rate, s.Failed())
}

// details are the lines below the bar: the hosts that the crawl waits for.
func details(s Status, width int) string {
	if len(s.Slowest) == 0 {
		return ""
	}
	line := "slowest:"
	for _, h := range s.Slowest {
		next := fmt.Sprintf(" %s %v", h.Name, h.Took.Round(10*time.Millisecond))
		if len(line)+len(next) > width {
			break
		}
		line += next
	}
	return line + "\n"
}
