package progress

import (
	"context"
	"log/slog"
	"math"
	"time"
)

// Log writes a line on how the crawl goes every so often, until the context ends.
func (m *Meter) Log(ctx context.Context, log *slog.Logger, every time.Duration) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			log.LogAttrs(ctx, slog.LevelInfo, "progress", attributes(m.Status())...)
		}
	}
}

// attributes are a status as those of a line.
func attributes(s Status) []slog.Attr {
	all := []slog.Attr{
		slog.Int64("done", s.Done()), slog.Int64("queued", s.Queued), slog.Int64("records", s.Records), slog.Int64("failed", s.Failed()),
		slog.Float64("per_second", math.Round(s.Rate*10)/10), slog.Int64("bytes", s.Bytes),
	}
	if len(s.Slowest) > 0 {
		all = append(all, slog.String("slowest", s.Slowest[0].Name), slog.Duration("slowest_took", s.Slowest[0].Took.Round(time.Millisecond)))
	}
	return all
}
