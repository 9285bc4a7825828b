package frontier

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"github.com/nats-io/nuid"
)

// publish writes a message that may be there twice without harm.
func (l *Log) publish(ctx context.Context, m *nats.Msg, data []byte) (sequence uint64, err error) {
	m.Data = data
	for try := newTry(); ; {
		ack, err := l.js.PublishMsg(ctx, m)
		if err == nil {
			return ack.Sequence, nil
		}
		if !l.again(ctx, try, err) {
			return 0, fmt.Errorf("the crawl's log cannot be written: %w", err)
		}
	}
}

// messageID is the header by which a writer knows its own message again.
const messageID = "Scholia-Id"

// appendOnce writes a message to a subject that has one writer, exactly once, and gives its sequence. last is that of the
// subject's last message as the writer knows it. The error is ErrLost if somebody else has written there.
func (l *Log) appendOnce(ctx context.Context, subject string, data []byte, last uint64) (sequence uint64, err error) {
	m := nats.NewMsg(subject)
	m.Data = data
	m.Header.Set(messageID, nuid.Next())
	for try := newTry(); ; {
		ack, err := l.js.PublishMsg(ctx, m, jetstream.WithExpectLastSequencePerSubject(last))
		if err == nil {
			return ack.Sequence, nil
		}
		// The message may have been written although no answer came.
		if there, lookErr := l.stream.GetLastMsgForSubject(ctx, subject); lookErr == nil {
			switch {
			case there.Header.Get(messageID) == m.Header.Get(messageID):
				return there.Sequence, nil
			case there.Sequence != last:
				return last, ErrLost
			}
		}
		if !l.again(ctx, try, err) {
			return last, fmt.Errorf("the crawl's log cannot be written: %w", err)
		}
	}
}

// alonePatience is how long the server within the process has to write a message. What it has not written then, on a disk
// that is full, it never will. A cluster is waited for as long as the context lasts.
const alonePatience = 15 * time.Second

// try is the writing of one message.
type try struct {
	begun time.Time
	wait  time.Duration // before the next attempt
}

func newTry() *try { return &try{time.Now(), firstWait} }

// again waits for the next attempt to write a message; false says that there is none.
func (l *Log) again(ctx context.Context, t *try, err error) bool {
	if errors.Is(err, nats.ErrConnectionClosed) || errors.Is(err, nats.ErrMaxPayload) || l.alone && time.Since(t.begun) > alonePatience {
		return false
	}
	l.trouble.tell(t.begun, err)
	wait := t.wait
	t.wait = min(2*t.wait, longestWait)
	return sleep(ctx, wait)
}

// trouble tells now and then that messages cannot be written.
type trouble struct {
	log  *slog.Logger // nil tells nothing
	told atomic.Int64 // when, in nanoseconds
}

// troubleAfter is how long a message is tried to be written before anybody is told, and how long it is until they are told again.
const troubleAfter = 10 * time.Second

func (t *trouble) tell(since time.Time, err error) {
	told, now := t.told.Load(), time.Now()
	if t.log == nil || now.Sub(since) < troubleAfter || now.UnixNano()-told < int64(troubleAfter) || !t.told.CompareAndSwap(told, now.UnixNano()) {
		return
	}
	t.log.Warn("the crawl's log cannot be written now; it is tried again", "for", now.Sub(since).Round(time.Second), "error", err)
}
