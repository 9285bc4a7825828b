package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/scholia/scholia/internal/version"
)

// Bounds of a fetch.
const (
	fetchTimeout = 30 * time.Second // from the first byte sent to the last received
	maxRedirects = 5
)

func isAddress(arg string) bool {
	scheme, _, ok := strings.Cut(arg, "://")
	return ok && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

var client = http.Client{
	Timeout: fetchTimeout,
	CheckRedirect: func(_ *http.Request, via []*http.Request) error {
		if len(via) > maxRedirects {
			return fmt.Errorf("it redirects more than %d times", maxRedirects)
		}
		return nil
	},
}

// fetch gets a page by HTTP. Its address is the one that redirects led to.
func fetch(ctx context.Context, address string) (loaded, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return loaded{}, fmt.Errorf("%w: check the address", reason(err))
	}
	request.Header.Set("User-Agent", "scholia-extract/"+version.Current()+" (+https://github.com/scholia/scholia)")
	request.Header.Set("Accept", "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1")
	response, err := client.Do(request)
	if err != nil {
		return loaded{}, fmt.Errorf("%w: check the address and the network", reason(err))
	}
	defer response.Body.Close()
	if response.StatusCode/100 != 2 {
		_, _ = io.CopyN(io.Discard, response.Body, 4<<10) // so that the connection can be used again
		return loaded{}, fmt.Errorf("the server answered %s: open the address in a browser to see why", response.Status)
	}
	b, err := readAll(response.Body)
	return loaded{b, response.Header.Get("Content-Type"), response.Request.URL.String(), time.Now()}, err
}

// reason is what is wrong with a request, without the address.
func reason(err error) error {
	var urlError *url.Error
	if errors.As(err, &urlError) {
		return urlError.Err
	}
	return err
}
