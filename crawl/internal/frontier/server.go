package frontier

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
)

const (
	// maxPayload bounds a message of the embedded server.
	maxPayload = 8 << 20
	// syncInterval is how often the embedded server flushes to the disk. A killed process loses nothing, for what it wrote
	// is with the kernel; a power cut loses at most so much of the log's end, and the pages in it are fetched again.
	syncInterval = time.Second
)

// Server is a NATS server within the process, which nobody else can reach.
type Server struct {
	server *server.Server
	lock   *flock.Flock
	conn   *nats.Conn
	errors serverErrors
}

// Embedded starts a server that stores under dir and connects to it. Its error is that dir cannot be used, or that another
// process is using it.
func Embedded(dir string) (*Server, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("the state cannot be kept: %w", err)
	}
	lock := flock.New(filepath.Join(dir, "lock"))
	if ok, err := lock.TryLock(); err != nil {
		return nil, fmt.Errorf("the state in %s cannot be locked: %w", dir, err)
	} else if !ok {
		return nil, fmt.Errorf("another crawl is using the state in %s: wait for its end or give another --state", dir)
	}
	s := &Server{lock: lock}
	if err := s.start(dir); err != nil {
		s.Close()
		return nil, fmt.Errorf("the state in %s cannot be opened: %w", dir, err)
	}
	return s, nil
}

func (s *Server) start(dir string) (err error) {
	s.server, err = server.NewServer(&server.Options{
		ServerName:   "scholia",
		DontListen:   true,
		JetStream:    true,
		StoreDir:     dir,
		SyncInterval: syncInterval,
		MaxPayload:   maxPayload,
		NoLog:        true,
		NoSigs:       true,
	})
	if err != nil {
		return err
	}
	s.server.SetLogger(&s.errors, false, false)
	s.server.Start()
	if !s.server.JetStreamEnabled() || !s.server.ReadyForConnections(30*time.Second) {
		return cmp.Or(s.Err(), errors.New("its server does not start"))
	}
	s.conn, err = nats.Connect("", nats.InProcessServer(s.server), nats.MaxReconnects(-1))
	return err
}

// Conn is the connection to the server.
func (s *Server) Conn() *nats.Conn { return s.conn }

// Err is the last error that the server has told of, such as that the disk is full; nil if there was none. A message that it
// cannot write it does not answer, so whoever sent it knows no reason.
func (s *Server) Err() error { return s.errors.last() }

// Close ends the server. All that was acknowledged is on the disk.
func (s *Server) Close() {
	if s.conn != nil {
		s.conn.Close()
	}
	if s.server != nil {
		s.server.Shutdown()
		s.server.WaitForShutdown()
	}
	_ = s.lock.Unlock()
}
