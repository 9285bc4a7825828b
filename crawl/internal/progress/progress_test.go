package progress

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func snapshot() Snapshot {
	return Snapshot{Known: 120, Queued: 20, Records: 70, Bytes: 5e6, Outcomes: map[string]int64{"stored": 70, "skipped: listing": 20, "failed: timeout": 6, "failed: status 500": 4}}
}

func TestStatus(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		done := int64(0)
		m := New(func() Snapshot { return Snapshot{Known: 1000, Queued: 1000 - done} })
		if rate := m.Status().Rate; rate != 0 {
			t.Errorf("the rate at the beginning is %v", rate)
		}
		for range 100 { // ten a second
			time.Sleep(500 * time.Millisecond)
			done += 5
			m.Status()
		}
		if rate := m.Status().Rate; rate < 9.5 || rate > 10.5 {
			t.Errorf("the rate is %v, want 10", rate)
		}
		time.Sleep(rateWindow + time.Second)
		m.Status()
		time.Sleep(2 * time.Second)
		if rate := m.Status().Rate; rate != 0 {
			t.Errorf("the rate of a crawl that waits is %v", rate)
		}
	})
}

func TestSlowest(t *testing.T) {
	m := New(snapshot)
	for n := range 3 * maxHosts {
		m.Observe(fmt.Sprint("host", n), time.Duration(n)*time.Microsecond)
	}
	m.Observe("slow.example", 8*time.Second)
	m.Observe("slow.example", 4*time.Second)
	m.Observe("slower.example", 9*time.Second)
	got := m.Status().Slowest
	if len(got) != maxSlowest || got[0] != (Host{"slower.example", 9 * time.Second}) || got[1] != (Host{"slow.example", 7 * time.Second}) || got[2].Name != fmt.Sprint("host", 3*maxHosts-1) {
		t.Errorf("the slowest are %v", got)
	}
	if len(m.hosts) > maxHosts {
		t.Errorf("%d hosts are remembered", len(m.hosts))
	}
}

func TestLog(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var b bytes.Buffer
		m := New(snapshot)
		m.Observe("slow.example", 1234567*time.Microsecond)
		ctx, cancel := context.WithTimeout(context.Background(), 25*time.Second)
		defer cancel()
		m.Log(ctx, slog.New(slog.NewTextHandler(&b, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
			if a.Key == slog.TimeKey {
				return slog.Attr{}
			}
			return a
		}})), 10*time.Second)
		line := "level=INFO msg=progress done=100 queued=20 records=70 failed=10 per_second=0 bytes=5000000 slowest=slow.example slowest_took=1.235s\n"
		if got := b.String(); got != line+line {
			t.Errorf("the lines are\n%swant\n%s", got, line+line)
		}
	})
}

// screen keeps what is written to a terminal.
type screen struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *screen) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(b)
}

func (s *screen) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

func TestDisplay(t *testing.T) {
	var s screen
	m := New(snapshot)
	m.Observe("slow.example", 1234*time.Millisecond)
	d := m.Display(&s)
	if _, err := io.WriteString(d, "a line of the log\n"); err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(20 * time.Second); !strings.Contains(s.String(), "slowest") && time.Now().Before(end); {
		time.Sleep(refresh / 5)
	}
	d.Close()
	for _, want := range []string{"100 pages, 20 queued, 70 records, 0.0/s, 10 failed", "slowest: slow.example 1.23s\n", "a line of the log\n"} {
		if !strings.Contains(s.String(), want) {
			t.Errorf("the screen does not show %q:\n%q", want, s.String())
		}
	}
}

func TestDetailsFitTheWidth(t *testing.T) {
	s := Status{Slowest: []Host{{"one.example", time.Second}, {"two.example", time.Second}}}
	for width, want := range map[int]string{80: "slowest: one.example 1s two.example 1s\n", 30: "slowest: one.example 1s\n", 5: "slowest:\n"} {
		if got := details(s, width); got != want {
			t.Errorf("in %d columns: %q, want %q", width, got, want)
		}
	}
}

func TestMetrics(t *testing.T) {
	m := New(snapshot)
	l, err := Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := m.Serve(l)
	m.Observe("a.example", 30*time.Millisecond)
	answer, err := http.Get("http://" + s.Addr + "/metrics")
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	b, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(b), "\n")
	for _, want := range []string{
		"scholia_crawl_addresses_known 120", "scholia_crawl_addresses_queued 20", "scholia_crawl_records_total 70", "scholia_crawl_bytes_total 5e+06",
		`scholia_crawl_addresses_total{outcome="failed: timeout"} 6`, "scholia_crawl_fetch_seconds_count 1", `scholia_crawl_fetch_seconds_bucket{le="0.04"} 1`,
		"# TYPE scholia_crawl_addresses_total counter",
	} {
		if !slices.Contains(lines, want) {
			t.Errorf("the metrics have no line %s:\n%s", want, b)
		}
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if _, err := Listen("no address"); err == nil {
		t.Error("what cannot be listened on gives no error")
	}
}
