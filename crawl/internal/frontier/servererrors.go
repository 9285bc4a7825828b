package frontier

import (
	"fmt"
	"sync"
)

// serverErrors keeps the last error that the server tells of, and is silent of all else. It is safe for concurrent use.
type serverErrors struct {
	mu  sync.Mutex
	err error
}

func (e *serverErrors) last() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.err
}

// Errorf keeps an error.
func (e *serverErrors) Errorf(format string, args ...any) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.err = fmt.Errorf(format, args...)
}

// Fatalf keeps an error.
func (e *serverErrors) Fatalf(format string, args ...any) { e.Errorf(format, args...) }

// Warnf, Noticef, Debugf and Tracef are for the operators of servers.
func (e *serverErrors) Warnf(string, ...any) {}

// Noticef says nothing.
func (e *serverErrors) Noticef(string, ...any) {}

// Debugf says nothing.
func (e *serverErrors) Debugf(string, ...any) {}

// Tracef says nothing.
func (e *serverErrors) Tracef(string, ...any) {}
