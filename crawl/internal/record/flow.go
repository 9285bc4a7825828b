package record

import (
	"context"
	"iter"
)

// Source gives documents that need no fetching: those of an archive or a folder.
type Source interface {
	// Documents gives all documents in an order that is the same each time. An error that comes with no document is a *Damage;
	// the loop goes on with the next unless the source itself cannot be read any further. When the context ends, the last one
	// may wrap its error, and says nothing of a document.
	Documents(context.Context) iter.Seq2[*Document, error]
}

// Sink is an output of records. A crawl that is killed opens it again at the position that was last saved; what had been
// written beyond it is taken away, so that each record is in the output once.
type Sink interface {
	// Append adds a record, given as the line of JSON that Record.AppendJSON writes.
	Append(line []byte) error
	// Sync makes what was appended lasting on the disk and says where the output now ends.
	Sync() (Position, error)
	// Finish completes an output that all records are in (a parquet file's footer) and closes it.
	Finish() error
	// Close leaves an output to be opened again at its last position.
	Close() error
}

// Position is where an output ends. The zero Position is an empty output.
type Position struct {
	Records int64 `json:"records"` // appended so far
	Bytes   int64 `json:"bytes"`   // of the file that is being written
	Part    int   `json:"part"`    // number of that file, where an output has several
}

// Archive keeps the traffic. It is safe for concurrent use.
type Archive interface {
	Write(*Exchange) error
	Close() error
}
