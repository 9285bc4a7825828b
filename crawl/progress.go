package crawl

import (
	"context"
	"log/slog"
	"time"

	"github.com/scholia/scholia/crawl/internal/frontier"
	"github.com/scholia/scholia/crawl/internal/progress"
)

// logEvery is how often a line of the log tells how a run goes that no terminal shows.
const logEvery = 30 * time.Second

// show begins to show how a run goes: on the terminal, or in the log, and as metrics, as the options say. hide ends it.
func (r *run) show(f *frontier.Frontier) (m *progress.Meter, hide func()) {
	m = progress.New(func() progress.Snapshot {
		counts, _ := f.Counts()
		return progress.Snapshot{
			Known: counts.Known, Queued: counts.Queued, Records: r.written.Load(), Bytes: counts.Bytes, Outcomes: counts.Outcomes,
		}
	})
	stopMetrics := func() error { return nil }
	if r.metrics != nil {
		metrics := m.Serve(r.metrics)
		r.options.Log.Info("metrics", "address", metrics.Addr)
		stopMetrics = metrics.Close
	}
	if r.options.Terminal != nil {
		d := m.Display(r.options.Terminal)
		r.options.Log = slog.New(slog.NewTextHandler(d, &slog.HandlerOptions{Level: slog.LevelWarn}))
		return m, func() { d.Close(); _ = stopMetrics() }
	}
	ctx, stop := context.WithCancel(context.Background())
	go m.Log(ctx, r.options.Log, logEvery)
	return m, func() { stop(); _ = stopMetrics() }
}
