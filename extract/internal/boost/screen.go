package boost

// Stop is where rows may leave a forest: after some of the trees, those whose sum is not between Low and High.
type Stop struct {
	After     int
	Low, High float32
}

// Limits of a [Screen].
const (
	maxStops = 6
	group    = 16 // rows that go through the trees side by side: they stay in the processor's nearest memory
)

// Screen scores rows by a forest of symmetric trees like [Forest.Score], but lets those whose case is clear leave at stops.
// Rows above High keep the sum that they have; those below Low are hopeless, and their score is negative infinity. Most
// rows of most pages are easy (as in Cambazoglu et al., Early Exit Optimizations for Additive Machine Learned Ranking
// Systems, WSDM 2010). At a stop rows wait for others, so that each tree is read for many at a time. The zero value is
// ready for [Screen.Start]; it may be used again, by one goroutine at a time.
type Screen struct {
	forest *Forest
	stops  []Stop
	scores []float32
	waits  [maxStops + 1]wait
	spare  []*Row // rows that are scored
}

// wait holds rows that have come as far as a stop, in the order of the stops; the first those that have yet to start.
type wait struct {
	rows  [group]*Row
	sums  [group]float32
	place [group]int32 // in scores
	n     int
}

// Start begins to score rows. The stops, six at most, are in order; scores has a place for each row.
func (s *Screen) Start(f *Forest, stops []Stop, scores []float32) {
	s.forest, s.stops, s.scores = f, stops, scores
	for k := range s.waits {
		s.waits[k].n = 0
	}
}

// Row gives an empty row to fill in, whose score will stand at the given place. It belongs to the caller until the next
// call.
func (s *Screen) Row(place int) *Row {
	row := s.empty()
	s.free(0).add(row, s.forest.base, int32(place))
	return row
}

// empty is a row without features.
func (s *Screen) empty() *Row {
	last := len(s.spare) - 1
	if last < 0 {
		return new(Row)
	}
	row := s.spare[last]
	s.spare = s.spare[:last]
	*row = Row{}
	return row
}

func (w *wait) add(row *Row, sum float32, place int32) {
	w.rows[w.n], w.sums[w.n], w.place[w.n] = row, sum, place
	w.n++
}

// End scores the rows that still wait.
func (s *Screen) End() {
	for k := range s.waits {
		s.advance(k)
	}
	s.forest, s.scores = nil, nil
}

// free makes room for a row before the k-th stop.
func (s *Screen) free(k int) *wait {
	if s.waits[k].n == group {
		s.advance(k)
	}
	return &s.waits[k]
}

// trees are those between the stop before the k-th and the k-th.
func (s *Screen) trees(k int) []symmetric {
	all := s.forest.symmetric
	from, to := 0, len(all)
	if k > 0 {
		from = min(s.stops[k-1].After, to)
	}
	if k < len(s.stops) {
		to = min(s.stops[k].After, to)
	}
	return all[from:to]
}

// advance takes the rows that wait before the k-th stop up to it, and lets those go whose case is clear there.
func (s *Screen) advance(k int) {
	w := &s.waits[k]
	if w.n == 0 {
		return
	}
	trees := s.trees(k)
	for t := range trees {
		trees[t].addTo(w.sums[:w.n], w.rows[:w.n])
	}
	for i, sum := range w.sums[:w.n] {
		switch {
		case k == len(s.stops) || sum > s.stops[k].High:
		case sum < s.stops[k].Low:
			sum = -infinity
		default:
			s.free(k+1).add(w.rows[i], sum, w.place[i])
			continue
		}
		s.scores[w.place[i]] = sum
		s.spare = append(s.spare, w.rows[i])
	}
	w.n = 0
}
