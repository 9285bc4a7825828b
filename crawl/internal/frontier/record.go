package frontier

import (
	"bytes"
	"context"
	"fmt"
	"sync"

	"github.com/klauspost/compress/s2"
	"github.com/nats-io/nats.go"
)

// recordChunk bounds a message of a record, well below the payload that a NATS server takes by default.
const recordChunk = 768 << 10

// packing holds buffers that records are compressed into.
var packing = sync.Pool{New: func() any { return new([]byte) }}

// putRecord writes a record, as one message or several, and gives their sequences.
func (l *Log) putRecord(ctx context.Context, partition int, line []byte) (sequences []uint64, err error) {
	buffer := packing.Get().(*[]byte)
	defer packing.Put(buffer)
	*buffer = s2.Encode((*buffer)[:cap(*buffer)], line) // a third larger than by Zstandard, in a quarter of the time
	rest := *buffer
	for len(rest) > 0 {
		n := min(len(rest), recordChunk)
		sequence, err := l.publish(ctx, nats.NewMsg(l.part(partition, "rec")), rest[:n])
		if err != nil {
			return nil, err
		}
		sequences, rest = append(sequences, sequence), rest[n:]
	}
	return sequences, nil
}

// Record reads a record's line from the messages that hold it.
func (l *Log) Record(ctx context.Context, sequences []uint64) ([]byte, error) {
	var packed bytes.Buffer
	for _, s := range sequences {
		m, err := l.get(ctx, s)
		if err != nil {
			return nil, fmt.Errorf("the record at %d of the log cannot be read: %w", s, err)
		}
		packed.Write(m.Data)
	}
	return unpack(packed.Bytes(), sequences)
}

func unpack(packed []byte, sequences []uint64) ([]byte, error) {
	line, err := s2.Decode(nil, packed)
	if err != nil {
		return nil, fmt.Errorf("the record at %d of the log is damaged: %w", sequences, err)
	}
	return line, nil
}
