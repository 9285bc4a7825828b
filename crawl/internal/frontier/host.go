package frontier

import (
	"container/heap"
	"time"
)

// host is one that has or had addresses in the queue. Only one process asks it at a time: the owner of its partition.
type host struct {
	name      string
	partition *partition
	queue     queue    // numbers of addresses; some may have been settled since
	again     []uint32 // to be asked once more, before the others
	running   int      // turns that workers have now
	due       time.Time
	fetched   int           // addresses that it gave an answer for, in this generation
	pause     time.Duration // between two requests, as last told
	index     int           // in the heap of hosts that are due; -1 if it is not there
}

// next takes the number of the next address that still has to be fetched.
func (h *host) next() (number uint32, ok bool) {
	states := h.partition.states
	for len(h.again) > 0 {
		number, h.again = h.again[0], h.again[1:]
		if states[number] == queued {
			return number, true
		}
	}
	for h.queue.len() > 0 {
		if number = h.queue.pop(); states[number] == queued {
			return number, true
		}
	}
	return 0, false
}

func (h *host) waiting() bool { return len(h.again) > 0 || h.queue.len() > 0 }

// queue is first in, first out.
type queue struct {
	numbers []uint32
	head    int
}

func (q *queue) len() int { return len(q.numbers) - q.head }

func (q *queue) push(n uint32) {
	if len(q.numbers) == cap(q.numbers) && q.head > len(q.numbers)/2 {
		q.numbers = q.numbers[:copy(q.numbers, q.numbers[q.head:])]
		q.head = 0
	}
	q.numbers = append(q.numbers, n)
}

func (q *queue) pop() uint32 {
	n := q.numbers[q.head]
	q.head++
	if q.head == len(q.numbers) {
		q.numbers, q.head = nil, 0
	}
	return n
}

// agenda is the heap of hosts that may be asked, by when.
type agenda []*host

func (a agenda) Len() int           { return len(a) }
func (a agenda) Less(i, j int) bool { return a[i].due.Before(a[j].due) }

func (a agenda) Swap(i, j int) {
	a[i], a[j] = a[j], a[i]
	a[i].index, a[j].index = i, j
}

// Push is for package heap.
func (a *agenda) Push(x any) {
	h := x.(*host)
	h.index = len(*a)
	*a = append(*a, h)
}

// Pop is for package heap.
func (a *agenda) Pop() any {
	old := *a
	h := old[len(old)-1]
	old[len(old)-1] = nil
	*a = old[:len(old)-1]
	h.index = -1
	return h
}

// enter puts a host on the agenda, or in its place if it is there.
func (a *agenda) enter(h *host) {
	if h.index >= 0 {
		heap.Fix(a, h.index)
		return
	}
	heap.Push(a, h)
}

// leave takes a host off the agenda.
func (a *agenda) leave(h *host) {
	if h.index >= 0 {
		heap.Remove(a, h.index)
	}
}
