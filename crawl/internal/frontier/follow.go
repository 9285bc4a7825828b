package frontier

import (
	"context"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

const (
	// pullMessages bounds what a reader of the stream holds unread. A bound in bytes alone makes the library take room for a
	// million messages, for each reader.
	pullMessages = 256
	// pullBytes bounds what is asked for at a time; it is larger than any message.
	pullBytes = 2 << 20
	// heartbeat is how soon a reader finds out that the server it reads from is gone, and takes another.
	heartbeat = time.Second
)

// follow reads the messages of subjects after a sequence in their order, those to come too, until the context ends or take
// fails. A lost connection or server makes it begin anew where it was.
func (l *Log) follow(ctx context.Context, subjects []string, after uint64, take func(jetstream.Msg, uint64) error) error {
	for ctx.Err() == nil {
		consumer, err := l.js.OrderedConsumer(ctx, l.streamName(), jetstream.OrderedConsumerConfig{
			FilterSubjects: subjects,
			DeliverPolicy:  jetstream.DeliverByStartSequencePolicy,
			OptStartSeq:    after + 1,
		})
		if err != nil {
			sleep(ctx, firstWait)
			continue
		}
		messages, err := consumer.Messages(
			jetstream.PullMaxMessagesWithBytesLimit(pullMessages, pullBytes), jetstream.PullExpiry(4*heartbeat), jetstream.PullHeartbeat(heartbeat))
		if err != nil {
			sleep(ctx, firstWait)
			continue
		}
		stop := context.AfterFunc(ctx, messages.Stop)
		err = drain(messages, &after, take)
		stop()
		messages.Stop()
		if err != nil || ctx.Err() != nil {
			l.leave(consumer)
			return err
		}
	}
	return nil
}

// leave tells the server that nobody reads any more: it would keep the requests for messages to come, and wait for them when
// it shuts down.
func (l *Log) leave(consumer jetstream.Consumer) {
	info := consumer.CachedInfo()
	if info == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), heartbeat)
	defer cancel()
	_ = l.js.DeleteConsumer(ctx, l.streamName(), info.Name) // it ends by itself otherwise, minutes later
}

// drain takes messages until they end; after is the sequence of the last one taken.
func drain(messages jetstream.MessagesContext, after *uint64, take func(jetstream.Msg, uint64) error) error {
	for {
		m, err := messages.Next()
		if err != nil {
			return nil
		}
		meta, err := m.Metadata()
		if err != nil {
			return err
		}
		if meta.Sequence.Stream <= *after {
			continue
		}
		if err := take(m, meta.Sequence.Stream); err != nil {
			return err
		}
		*after = meta.Sequence.Stream
	}
}
