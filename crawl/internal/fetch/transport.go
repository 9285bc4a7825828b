package fetch

import (
	"context"
	"net"
	"net/http"
	"time"

	"code.dny.dev/ssrf"
)

// newTransport connects directly, never through a proxy, for that would resolve names on its own.
func newTransport(o Options) *http.Transport {
	return &http.Transport{
		DialContext:            newDialer(o),
		DisableCompression:     true, // bodies are decompressed within limits, and archived as they came
		MaxResponseHeaderBytes: o.Limits.Header,
		MaxIdleConns:           512,
		MaxIdleConnsPerHost:    max(o.Parallel, 1),
		IdleConnTimeout:        30 * time.Second,
		TLSHandshakeTimeout:    10 * time.Second,
		ForceAttemptHTTP2:      true,
	}
}

// newDialer refuses addresses that IANA's registries do not have as public, after names were resolved: whatever a name or a
// redirect leads to, what is connected to has been looked at.
func newDialer(o Options) func(ctx context.Context, network, address string) (net.Conn, error) {
	open := net.Dialer{Timeout: 10 * time.Second, KeepAlive: 30 * time.Second}
	if o.AllowPrivate {
		return open.DialContext
	}
	guarded := open
	guarded.Control = ssrf.New(ssrf.WithAnyPort()).Safe
	allowed := make(map[string]bool)
	for _, host := range o.AllowHosts {
		if _, _, err := net.SplitHostPort(host); err == nil {
			allowed[host] = true
			continue
		}
		for _, port := range []string{"80", "443"} {
			allowed[net.JoinHostPort(host, port)] = true
		}
	}
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		if allowed[address] {
			return open.DialContext(ctx, network, address)
		}
		return guarded.DialContext(ctx, network, address)
	}
}
