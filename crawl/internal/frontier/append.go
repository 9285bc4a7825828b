package frontier

import (
	"context"
	"errors"
	"fmt"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"github.com/nats-io/nuid"
)

// messageID is the header by which a writer knows its own message again.
const messageID = "Scholia-Id"

// appendOnce writes a message to a subject that has one writer, exactly once, and gives its sequence. last is that of the
// subject's last message as the writer knows it. It goes on trying until the context ends. The error is ErrLost if somebody
// else has written there.
func (l *Log) appendOnce(ctx context.Context, subject string, data []byte, last uint64) (sequence uint64, err error) {
	m := nats.NewMsg(subject)
	m.Data = data
	m.Header.Set(messageID, nuid.Next())
	for wait := firstWait; ; wait = min(2*wait, longestWait) {
		ack, err := l.js.PublishMsg(ctx, m, jetstream.WithExpectLastSequencePerSubject(last))
		if err == nil {
			return ack.Sequence, nil
		}
		if ctx.Err() != nil || errors.Is(err, nats.ErrConnectionClosed) || errors.Is(err, nats.ErrMaxPayload) {
			return last, fmt.Errorf("the crawl's log cannot be written: %w", err)
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
		sleep(ctx, wait)
	}
}
