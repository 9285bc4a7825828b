package sink

import (
	"errors"
	"os"

	"github.com/klauspost/compress/zstd"

	"github.com/scholia/scholia/crawl/internal/record"
)

// frameSize is how many bytes of records go into one frame, if no sync ends it before.
const frameSize = 4 << 20

// frames is a file of JSON Lines in frames of Zstandard (RFC 8878), one after another: every decompressor takes it
// for one stream. It can be cut where a frame ends.
type frames struct {
	output  *os.File
	encoder *zstd.Encoder
	pending []byte // records of the frame that is being filled
	frame   []byte // room for a compressed one
	at      record.Position
}

func openFrames(name string, at record.Position) (*frames, error) {
	file, err := openAt(name, at.Bytes)
	if err != nil {
		return nil, err
	}
	encoder, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return &frames{output: file, encoder: encoder, at: at}, nil
}

// Append adds a record.
func (f *frames) Append(line []byte) error {
	f.pending = append(append(f.pending, line...), '\n')
	f.at.Records++
	if len(f.pending) >= frameSize {
		return f.end()
	}
	return nil
}

// end writes the frame that is being filled.
func (f *frames) end() error {
	if len(f.pending) == 0 {
		return nil
	}
	f.frame = f.encoder.EncodeAll(f.pending, f.frame[:0])
	if _, err := f.output.Write(f.frame); err != nil {
		return err
	}
	f.at.Bytes += int64(len(f.frame))
	f.pending = f.pending[:0]
	return nil
}

// Sync makes what was appended lasting.
func (f *frames) Sync() (record.Position, error) {
	if err := f.end(); err != nil {
		return record.Position{}, err
	}
	return f.at, f.output.Sync()
}

// Finish completes the output.
func (f *frames) Finish() error {
	_, err := f.Sync()
	return errors.Join(err, f.Close())
}

// Close leaves the output.
func (f *frames) Close() error { return errors.Join(f.encoder.Close(), f.output.Close()) }
