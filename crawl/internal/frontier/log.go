package frontier

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"regexp"
	"strings"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// Log is the stream of a job.
type Log struct {
	js      jetstream.JetStream
	stream  jetstream.Stream
	job     string
	head    Head
	alone   bool // the server is within the process
	trouble trouble
}

// Head is what all who work on a job agree on.
type Head struct {
	Settings   json.RawMessage `json:"settings"`   // as given to Create
	Generation int             `json:"generation"` // 1, and one more for each recrawl
	Partitions int             `json:"partitions"`
	Key        []byte          `json:"key"` // under which addresses are hashed
}

// Setup says how a new job's stream is made.
type Setup struct {
	Partitions int // of the hosts; 16 if 0
	Replicas   int // of each message in a cluster; 1 if 0
}

const (
	defaultPartitions = 16
	requestTimeout    = 5 * time.Second
)

// ErrNoJob says that there is no job of that name yet.
var ErrNoJob = errors.New("there is no such job")

var jobName = regexp.MustCompile(`^[A-Za-z0-9_-]{1,64}$`)

// Create opens the stream of a job and makes it if there is none. The job is there for others only after [Log.Announce].
func Create(ctx context.Context, conn *nats.Conn, job string, setup Setup) (*Log, error) {
	l, err := newLog(conn, job)
	if err != nil {
		return nil, err
	}
	err = patiently(ctx, func() (err error) {
		l.stream, err = l.js.CreateOrUpdateStream(ctx, jetstream.StreamConfig{
			Name:        l.streamName(),
			Description: "what a crawl has done and has to do",
			Subjects:    []string{l.subject(">")},
			Storage:     jetstream.FileStorage,
			Compression: jetstream.S2Compression,
			Replicas:    max(setup.Replicas, 1),
		})
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("the stream of job %s cannot be made: %w", job, err)
	}
	if err := l.readHead(ctx); err == nil || !errors.Is(err, ErrNoJob) {
		return l, err
	}
	l.head = Head{Generation: 1, Partitions: setup.Partitions, Key: make([]byte, 32)}
	if l.head.Partitions == 0 {
		l.head.Partitions = defaultPartitions
	}
	_, _ = rand.Read(l.head.Key) // never fails
	return l, nil
}

// Open opens the stream of a job that others made. Its error is ErrNoJob if it is not there yet.
func Open(ctx context.Context, conn *nats.Conn, job string) (*Log, error) {
	l, err := newLog(conn, job)
	if err != nil {
		return nil, err
	}
	err = patiently(ctx, func() (err error) {
		l.stream, err = l.js.Stream(ctx, l.streamName())
		return err
	})
	if errors.Is(err, jetstream.ErrStreamNotFound) {
		return nil, fmt.Errorf("job %s: %w", job, ErrNoJob)
	}
	if err != nil {
		return nil, fmt.Errorf("the stream of job %s cannot be opened: %w", job, err)
	}
	return l, l.readHead(ctx)
}

func newLog(conn *nats.Conn, job string) (*Log, error) {
	if !jobName.MatchString(job) {
		return nil, fmt.Errorf("%q cannot be the name of a job: take 1 to 64 letters, digits, - and _", job)
	}
	js, err := jetstream.New(conn, jetstream.WithDefaultTimeout(requestTimeout))
	if err != nil {
		return nil, err
	}
	return &Log{js: js, job: job, alone: conn.Opts.InProcessServer != nil}, nil
}

// Head gives what was announced.
func (l *Log) Head() Head { return l.head }

// Known says whether the job was announced before.
func (l *Log) Known() bool { return l.head.Settings != nil }

// Announce makes the job, with these settings, known to all who work on it.
func (l *Log) Announce(ctx context.Context, settings json.RawMessage) error {
	l.head.Settings = settings
	_, err := l.publish(ctx, nats.NewMsg(l.subject("job")), encode(l.head))
	return err
}

// Recrawl announces that all is to be fetched again.
func (l *Log) Recrawl(ctx context.Context, settings json.RawMessage) error {
	l.head.Generation++
	return l.Announce(ctx, settings)
}

func (l *Log) readHead(ctx context.Context) error {
	m, err := l.last(ctx, l.subject("job"))
	if err != nil {
		return err
	}
	if m == nil {
		return fmt.Errorf("job %s: %w", l.job, ErrNoJob)
	}
	l.head, err = decode[Head](m.Subject, m.Data)
	return err
}

func (l *Log) streamName() string { return "scholia-" + l.job }

func (l *Log) subject(parts ...string) string {
	return "scholia." + l.job + "." + strings.Join(parts, ".")
}

// part is a subject of a partition.
func (l *Log) part(n int, kind string) string { return l.subject("p", fmt.Sprint(n), kind) }

// partitionOf tells which partition a host belongs to.
func (l *Log) partitionOf(host string) int {
	h := fnv.New32a()
	_, _ = h.Write([]byte(host))
	return int(h.Sum32() % uint32(l.head.Partitions))
}

// last is the newest message of a subject, nil if there is none.
func (l *Log) last(ctx context.Context, subject string) (*jetstream.RawStreamMsg, error) {
	var m *jetstream.RawStreamMsg
	err := patiently(ctx, func() (err error) {
		m, err = l.stream.GetLastMsgForSubject(ctx, subject)
		return err
	})
	if errors.Is(err, jetstream.ErrMsgNotFound) {
		return nil, nil
	}
	return m, err
}

// lastSequence is that of the newest message of a subject, 0 if there is none.
func (l *Log) lastSequence(ctx context.Context, subject string) (uint64, error) {
	m, err := l.last(ctx, subject)
	if m == nil {
		return 0, err
	}
	return m.Sequence, nil
}

// get reads a message.
func (l *Log) get(ctx context.Context, sequence uint64) (m *jetstream.RawStreamMsg, err error) {
	err = patiently(ctx, func() (err error) {
		m, err = l.stream.GetMsg(ctx, sequence)
		return err
	})
	return m, err
}

// patience is how long a cluster that has no leader, or does not answer, is asked again.
const patience = time.Minute

// patiently does what may fail for a while, when a cluster loses a server, until it goes well or patience ends.
func patiently(ctx context.Context, try func() error) error {
	begin := time.Now()
	for wait := firstWait; ; wait = min(2*wait, longestWait) {
		err := try()
		if err == nil || !passing(err) || time.Since(begin) > patience || !sleep(ctx, wait) {
			return err
		}
	}
}

// passing says whether an error may be none the next time.
func passing(err error) bool {
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(err, nats.ErrTimeout) || errors.Is(err, nats.ErrNoResponders) {
		return true
	}
	var api jetstream.JetStreamError
	return errors.As(err, &api) && api.APIError() != nil && api.APIError().Code >= 500
}

const (
	firstWait   = 50 * time.Millisecond
	longestWait = 2 * time.Second
)

// sleep waits; false says that the context ended.
func sleep(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-t.C:
		return true
	}
}
