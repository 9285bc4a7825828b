package fetch

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"

	"code.dny.dev/ssrf"
)

// Reasons for which a document cannot be had.
var (
	ErrLarge    = errors.New("the body is too large")
	ErrEncoding = errors.New("the body cannot be decompressed")
	ErrType     = errors.New("it is no text")
)

// Error says why a document could not be fetched.
type Error struct {
	URL string
	// Reason names the sort of failure in a few words that are the same for all documents that failed so.
	Reason string
	// Again says that it may go well another time.
	Again bool
	// Silent says that the host did not answer at all.
	Silent bool
	// Refused says that the document is not wanted: nothing failed.
	Refused bool
	Err     error
}

// Error names the address and the reason.
func (e *Error) Error() string { return fmt.Sprintf("%s: %s: %v", e.URL, e.Reason, e.Err) }

// Unwrap gives what was wrong.
func (e *Error) Unwrap() error { return e.Err }

// typeError says that a document is of a type that is not wanted.
type typeError struct{ mediaType string }

func (e *typeError) Error() string { return fmt.Sprintf("%v: its type is %q", ErrType, e.mediaType) }
func (e *typeError) Unwrap() error { return ErrType }

// brokenAnswer is the reason for what is no HTTP, or breaks off before there is a body.
const brokenAnswer = "broken answer"

// newError sorts an error.
func newError(url string, err error) *Error {
	e := &Error{URL: url, Err: err}
	var (
		dns         *net.DNSError
		certificate *tls.CertificateVerificationError
		authority   x509.UnknownAuthorityError
		operation   *net.OpError
	)
	switch {
	case errors.Is(err, ErrType):
		e.Reason, e.Refused = "not text", true
	case errors.Is(err, ssrf.ErrProhibitedIP), errors.Is(err, ssrf.ErrProhibitedNetwork):
		e.Reason, e.Refused = "private address", true
	case errors.Is(err, ErrLarge):
		e.Reason = "body too large"
	case errors.Is(err, ErrEncoding):
		e.Reason = "body cannot be decompressed"
	case errors.As(err, &dns):
		e.Reason, e.Again = "host not found", !dns.IsNotFound
	case errors.As(err, &certificate), errors.As(err, &authority):
		e.Reason = "certificate not trusted"
	case errors.Is(err, context.DeadlineExceeded), err != nil && isTimeout(err):
		e.Reason, e.Again = "timeout", true
	case errors.As(err, &operation):
		e.Reason, e.Again = "no connection", true
	default:
		e.Reason, e.Again = brokenAnswer, true
	}
	return e
}
