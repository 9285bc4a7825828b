package progress

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Metrics are served at /metrics in the text format of Prometheus.
type Metrics struct {
	// Addr is the address that is listened on.
	Addr   string
	server *http.Server
}

// descriptions of what a [Snapshot] has.
var (
	known    = prometheus.NewDesc("scholia_crawl_addresses_known", "Addresses that belong to the crawl.", nil, nil)
	queued   = prometheus.NewDesc("scholia_crawl_addresses_queued", "Addresses that still have to be fetched.", nil, nil)
	outcomes = prometheus.NewDesc("scholia_crawl_addresses_total", "Addresses by what became of them.", []string{"outcome"}, nil)
	records  = prometheus.NewDesc("scholia_crawl_records_total", "Records written.", nil, nil)
	fetched  = prometheus.NewDesc("scholia_crawl_bytes_total", "Bytes fetched, decompressed.", nil, nil)
)

// collector turns a snapshot into metrics when it is asked for them.
type collector struct{ meter *Meter }

// Describe names the metrics.
func (c collector) Describe(to chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{known, queued, outcomes, records, fetched} {
		to <- d
	}
}

// Collect gives their values.
func (c collector) Collect(to chan<- prometheus.Metric) {
	s := c.meter.snapshot()
	to <- prometheus.MustNewConstMetric(known, prometheus.GaugeValue, float64(s.Known))
	to <- prometheus.MustNewConstMetric(queued, prometheus.GaugeValue, float64(s.Queued))
	to <- prometheus.MustNewConstMetric(records, prometheus.CounterValue, float64(s.Records))
	to <- prometheus.MustNewConstMetric(fetched, prometheus.CounterValue, float64(s.Bytes))
	for outcome, n := range s.Outcomes {
		to <- prometheus.MustNewConstMetric(outcomes, prometheus.CounterValue, float64(n), outcome)
	}
}

// Listen listens on an address (":9090") for who asks for metrics.
func Listen(addr string) (net.Listener, error) {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, fmt.Errorf("metrics cannot be served at %q: %w", addr, err)
	}
	return l, nil
}

// Serve serves the metrics of the crawl until they are closed. It is called before the meter is told of fetches.
func (m *Meter) Serve(listener net.Listener) *Metrics {
	registry := prometheus.NewRegistry()
	seconds := prometheus.NewHistogram(prometheus.HistogramOpts{
		Name: "scholia_crawl_fetch_seconds", Help: "Time from a request to the end of its answer.", Buckets: prometheus.ExponentialBuckets(0.01, 2, 12),
	})
	m.seconds = seconds
	registry.MustRegister(collector{m}, seconds, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	mux := http.NewServeMux()
	mux.Handle("/metrics", promhttp.HandlerFor(registry, promhttp.HandlerOpts{}))
	s := &Metrics{Addr: listener.Addr().String(), server: &http.Server{Handler: mux, ReadHeaderTimeout: 10 * time.Second}}
	go func() { _ = s.server.Serve(listener) }() // it returns when the server is closed
	return s
}

// Close ends the serving of metrics; requests that are being answered have a second.
func (s *Metrics) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	return s.server.Shutdown(ctx)
}
