package frontier

import (
	"context"
	"errors"
	"sync"
)

// budget is how many pages may still be fetched in a run of a job, by all who work on it.
type budget struct {
	Left    int64 `json:"left"`
	Bounded bool  `json:"bounded"`
}

// Allow begins a run of the job in which so many pages may be fetched, by all workers together; 0 sets no bound.
func (l *Log) Allow(ctx context.Context, pages int64) error {
	return l.changeBudget(ctx, func(b *budget) bool {
		*b = budget{Left: pages, Bounded: pages > 0}
		return true
	})
}

// Allowance is a worker's part of the budget. It takes several pages at a time, so that not every page costs a message; a
// worker that is killed takes those with it. It is safe for concurrent use.
type Allowance struct {
	log  *Log
	mu   sync.Mutex
	mine int64
}

// Allowance gives a worker its part, which is empty at first.
func (l *Log) Allowance() *Allowance { return &Allowance{log: l} }

// Take takes leave to fetch a page; false says that the budget is used up.
func (a *Allowance) Take(ctx context.Context) (bool, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.mine == 0 {
		var err error
		if a.mine, err = a.log.draw(ctx); err != nil || a.mine == 0 {
			return false, err
		}
	}
	a.mine--
	return true, nil
}

// mostAtOnce bounds how many pages of the budget a worker takes at a time.
const mostAtOnce = 64

// draw takes a part of the budget: an eighth of what is left, so that the last pages go to whoever can fetch them.
func (l *Log) draw(ctx context.Context) (drawn int64, err error) {
	err = l.changeBudget(ctx, func(b *budget) bool {
		drawn = mostAtOnce
		if b.Bounded {
			drawn = min(b.Left, max(1, b.Left/8), mostAtOnce)
			b.Left -= drawn
		}
		return b.Bounded && drawn > 0
	})
	return drawn, err
}

// changeBudget changes the budget as it is in the log, unless change says that it stays as it is. change is called again if
// somebody else was faster.
func (l *Log) changeBudget(ctx context.Context, change func(*budget) bool) error {
	subject := l.subject("budget")
	for {
		m, err := l.last(ctx, subject)
		if err != nil {
			return err
		}
		var b budget
		var sequence uint64
		if m != nil {
			sequence = m.Sequence
			if b, err = decode[budget](subject, m.Data); err != nil {
				return err
			}
		}
		if !change(&b) {
			return nil
		}
		if _, err = l.appendOnce(ctx, subject, encode(b), sequence); !errors.Is(err, ErrLost) {
			return err
		}
	}
}
