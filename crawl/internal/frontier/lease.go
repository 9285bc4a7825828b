package frontier

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

// leases are the worker's, in a bucket whose keys end by themselves: "p.N" names the owner of a partition, "w.ID" is there
// as long as a worker lives.
type leases struct {
	frontier *Frontier
	bucket   jetstream.KeyValue
	held     map[int]*lease
}

// lease is of one partition.
type lease struct {
	worker   string
	revision uint64
	owned    *owned
	err      error // of the last try to renew it
}

func (f *Frontier) newLeases(ctx context.Context) (*leases, error) {
	var info *jetstream.StreamInfo
	err := patiently(ctx, func() (err error) {
		info, err = f.stream.Info(ctx)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("the stream of job %s cannot be read: %w", f.job, err)
	}
	s := &leases{frontier: f, held: make(map[int]*lease)}
	err = patiently(ctx, func() (err error) {
		s.bucket, err = f.js.CreateOrUpdateKeyValue(ctx, jetstream.KeyValueConfig{
			Bucket:   "scholia-" + f.job,
			TTL:      f.options.Lease,
			Storage:  jetstream.MemoryStorage,
			Replicas: info.Config.Replicas,
		})
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("the leases of job %s cannot be kept: %w", f.job, err)
	}
	return s, nil
}

// keep renews what is held, takes what is free up to the worker's share, and gives up what is more than that.
func (s *leases) keep(ctx context.Context) {
	f := s.frontier
	for ctx.Err() == nil {
		round, cancel := context.WithTimeout(ctx, f.options.Lease/2)
		if err := s.round(round); err != nil && ctx.Err() == nil {
			f.options.Log.Warn("leases cannot be renewed now", "error", err)
		}
		cancel()
		sleep(ctx, f.options.Lease/5)
	}
	s.leaveAll()
}

func (s *leases) round(ctx context.Context) error {
	s.renew(ctx)
	f := s.frontier
	if _, err := s.bucket.Put(ctx, "w."+f.options.Worker, nil); err != nil {
		return err
	}
	workers, taken, err := s.survey(ctx)
	if err != nil {
		return err
	}
	share := (f.head.Partitions + workers - 1) / workers
	s.shrink(share)
	var free []int
	for n := range f.head.Partitions {
		if !taken[n] && s.held[n] == nil {
			free = append(free, n)
		}
	}
	for _, n := range free {
		if len(s.held) < share && !f.stopped.Load() {
			s.take(ctx, n)
		}
	}
	return nil
}

// renew prolongs the leases, all at a time, and drops the partitions of those that are lost.
func (s *leases) renew(ctx context.Context) {
	var all sync.WaitGroup
	for n, l := range s.held {
		if l.owned.ctx.Err() != nil {
			s.release(ctx, n)
			continue
		}
		all.Go(func() { l.renew(ctx, s.bucket, n, s.until()) })
	}
	all.Wait()
	for n, l := range s.held {
		if !l.owned.valid() {
			s.frontier.options.Log.Warn("a lease ended", "partition", n, "error", l.err)
			l.owned.drop()
			delete(s.held, n)
		}
	}
}

// renew prolongs one lease. That it cannot be is no matter as long as it runs. One that ended, but that nobody else has taken,
// is taken again: should somebody have had it in between, the log refuses what is written.
func (l *lease) renew(ctx context.Context, bucket jetstream.KeyValue, n int, until time.Time) {
	var revision uint64
	if revision, l.err = bucket.Update(ctx, key(n), []byte(l.worker), l.revision); l.err != nil {
		there, err := bucket.Get(ctx, key(n))
		switch {
		case errors.Is(err, jetstream.ErrKeyNotFound):
			revision, l.err = bucket.Create(ctx, key(n), []byte(l.worker))
		case err == nil && string(there.Value()) == l.worker: // it was renewed, and no answer came
			revision, l.err = bucket.Update(ctx, key(n), []byte(l.worker), there.Revision())
		}
	}
	if l.err == nil {
		l.revision = revision
		l.owned.until.Store(until.UnixNano())
	}
}

// until is when a lease that is renewed now ends for its owner: some time before it ends for the others.
func (s *leases) until() time.Time { return time.Now().Add(s.frontier.options.Lease * 3 / 4) }

// survey counts the workers that live and tells which partitions have owners.
func (s *leases) survey(ctx context.Context) (workers int, taken map[int]bool, err error) {
	lister, err := s.bucket.ListKeys(ctx)
	if err != nil {
		return 0, nil, err
	}
	taken = make(map[int]bool)
	for k := range lister.Keys() {
		if number, ok := strings.CutPrefix(k, "p."); ok {
			n, _ := strconv.Atoi(number)
			taken[n] = true
		} else {
			workers++
		}
	}
	return max(workers, 1), taken, ctx.Err()
}

// take tries to get the lease of a partition that seems free.
func (s *leases) take(ctx context.Context, n int) {
	until := s.until()
	revision, err := s.bucket.Create(ctx, key(n), []byte(s.frontier.options.Worker))
	if err != nil {
		if revision = s.got(ctx, n); revision == 0 {
			return // somebody else was faster, or the next round tries again
		}
	}
	s.held[n] = &lease{worker: s.frontier.options.Worker, revision: revision, owned: s.frontier.own(n, until)}
}

// got is the revision of a lease that this worker has got although no answer came, as when it ends at that moment; 0 if it has
// not.
func (s *leases) got(ctx context.Context, n int) uint64 {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
	defer cancel()
	there, err := s.bucket.Get(ctx, key(n))
	if err != nil || string(there.Value()) != s.frontier.options.Worker {
		return 0
	}
	return there.Revision()
}

// shrink gives up partitions beyond the worker's share, those with the highest numbers, once their turns have ended.
func (s *leases) shrink(share int) {
	numbers := make([]int, 0, len(s.held))
	for n := range s.held {
		numbers = append(numbers, n)
	}
	sort.Ints(numbers)
	for i, n := range numbers {
		if i >= share {
			s.leave(n)
		}
	}
}

// leave lets a partition's turns end and then gives up its lease.
func (s *leases) leave(n int) {
	if s.held[n].owned.rest() {
		s.held[n].owned.drop()
		s.release(context.Background(), n)
	}
}

// release ends a lease before its time.
func (s *leases) release(ctx context.Context, n int) {
	l := s.held[n]
	delete(s.held, n)
	s.giveBack(ctx, n, l)
}

func (s *leases) giveBack(ctx context.Context, n int, l *lease) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	if err := s.bucket.Delete(ctx, key(n), jetstream.LastRevision(l.revision)); err != nil && !errors.Is(err, context.Canceled) {
		s.frontier.options.Log.Debug("a lease could not be given back, it ends by itself", "partition", n, "error", err)
	}
}

// leaveAll gives back all leases when the worker ends, all at a time: a cluster may not answer.
func (s *leases) leaveAll() {
	var all sync.WaitGroup
	for n, l := range s.held {
		all.Go(func() {
			for !l.owned.rest() && l.owned.valid() {
				time.Sleep(firstWait)
			}
			l.owned.drop()
			<-l.owned.ended
			s.giveBack(context.Background(), n, l)
		})
	}
	all.Wait()
	clear(s.held)
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_ = s.bucket.Delete(ctx, "w."+s.frontier.options.Worker) // it ends by itself otherwise
}

func key(n int) string { return "p." + strconv.Itoa(n) }
