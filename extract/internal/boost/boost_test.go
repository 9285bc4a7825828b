package boost

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// rings is a small set that no straight line parts: rows are content where a² + b² is between 0.2 and 0.7.
func rings(n int) Data {
	random := rand.New(rand.NewPCG(3, 4))
	d := Data{Names: []string{"a", "b", "noise"}}
	for range n {
		a, b := random.Float32()*2-1, random.Float32()*2-1
		label := float32(0)
		if r := a*a + b*b; r > 0.2 && r < 0.7 {
			label = 1
		}
		d.Rows = append(d.Rows, Row{a, b, random.Float32()})
		d.Label = append(d.Label, label)
		d.Weight = append(d.Weight, 1)
	}
	return d
}

func options() Options {
	return Options{Loss: Logistic, Trees: 40, Leaves: 8, Depth: 4, Rate: 0.3, Rows: 0.8, Features: 0.9, MinWeight: 1, Lambda: 1, Seed: 7}
}

// shapes are the options for trees of any shape and for symmetric ones.
func shapes() []Options {
	o := options()
	o.Symmetric = true
	return []Options{options(), o}
}

func TestTrainLearns(t *testing.T) {
	for _, o := range shapes() {
		f := Train(rings(2000), o)
		wrong := 0
		fresh := rings(4000)
		for i, row := range fresh.Rows[2000:] {
			if (f.Score(&row) > 0) != (fresh.Label[2000+i] == 1) {
				wrong++
			}
		}
		if wrong > 100 {
			t.Errorf("symmetric %v: %d of 2000 fresh rows wrong, want at most 100", o.Symmetric, wrong)
		}
	}
}

func TestTrainSquared(t *testing.T) {
	d := rings(2000)
	for i, row := range d.Rows {
		d.Label[i] = 3*row[0] + 1
	}
	o := options()
	o.Loss = Squared
	f := Train(d, o)
	for _, a := range []float32{-0.8, -0.1, 0.5} {
		if got, want := f.Score(&Row{a, 0, 0.5}), 3*a+1; math.Abs(float64(got-want)) > 0.15 {
			t.Errorf("at %v: %v, want %v", a, got, want)
		}
	}
}

func TestTrainIsDeterministic(t *testing.T) {
	for _, o := range shapes() {
		a, b := Train(rings(3000), o).Append(nil), Train(rings(3000), o).Append(nil)
		if !bytes.Equal(a, b) {
			t.Errorf("symmetric %v: the same data gave two forests", o.Symmetric)
		}
		o.Seed++
		if bytes.Equal(a, Train(rings(3000), o).Append(nil)) {
			t.Errorf("symmetric %v: another seed gave the same forest", o.Symmetric)
		}
	}
}

func TestFileKeepsTheForest(t *testing.T) {
	d := rings(500)
	for _, o := range shapes() {
		f := Train(d, o)
		g, err := Read(f.Append(nil))
		if err != nil {
			t.Fatal(err)
		}
		if strings.Join(g.Names(), " ") != "a b noise" || g.Trees() != 40 {
			t.Errorf("names %v, %d trees", g.Names(), g.Trees())
		}
		for _, row := range d.Rows {
			if a, b := f.Score(&row), g.Score(&row); a != b {
				t.Fatalf("symmetric %v, row %v: %v before, %v after", o.Symmetric, row, a, b)
			}
		}
	}
}

func TestReadRejects(t *testing.T) {
	good := Train(rings(200), options()).Append(nil)
	changed := func(at int, to byte) []byte {
		b := bytes.Clone(good)
		b[at] = to
		return b
	}
	tests := []struct {
		name string
		file []byte
		want string
	}{
		{"empty", nil, "not a file of trees"},
		{"another file", []byte("%PDF-1.7 and so on"), "not a file of trees"},
		{"version", changed(5, 9), "version 9"},
		{"damaged", changed(len(good)/2, good[len(good)/2]^1), "checksum"},
		{"truncated", good[:len(good)/2], "checksum"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if _, err := Read(test.file); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one with %q", err, test.want)
			}
		})
	}
}

// TestReadSurvives damages every byte in turn and mends the checksum: Read must answer, and what it accepts must not
// run in circles.
func TestReadSurvives(t *testing.T) {
	for _, o := range shapes() {
		good := Train(rings(200), o).Append(nil)
		for at := 6; at < len(good)-4; at++ {
			for _, bit := range []byte{1, 0x80} {
				b := bytes.Clone(good[:len(good)-4])
				b[at] ^= bit
				f, err := Read(binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE(b)))
				if err == nil {
					f.Score(&Row{})
				}
			}
		}
	}
}

func TestScore(t *testing.T) {
	f := &Forest{names: []string{"a", "b"}, base: 0.5}
	f.trees = make([]tree, 2)
	a, b := &f.trees[0], &f.trees[1]
	a.addInner(0, 10, 1)
	a.addLeaf(-1)
	a.addLeaf(1)
	b.addInner(1, 0.5, 1)
	b.addLeaf(-2)
	b.addInner(0, 3, 3)
	b.addLeaf(2)
	b.addLeaf(4)
	a.measure()
	b.measure()
	tests := []struct {
		row  Row
		want float32
	}{
		{Row{10, 0}, 0.5 - 1 - 2},
		{Row{11, 0.5}, 0.5 + 1 - 2},
		{Row{3, 1}, 0.5 - 1 + 2},
		{Row{20, 1}, 0.5 + 1 + 4},
	}
	for _, test := range tests {
		if got := f.Score(&test.row); got != test.want {
			t.Errorf("%v: %v, want %v", test.row, got, test.want)
		}
	}
}

func TestScoreSymmetric(t *testing.T) {
	f := &Forest{names: []string{"a", "b"}, base: 0.5, symmetric: []symmetric{newSymmetric(), newSymmetric()}}
	a, b := &f.symmetric[0], &f.symmetric[1]
	a.ask(0, 10)
	b.ask(1, 0.5)
	b.ask(0, 3)
	for i, v := range []float32{-1, 1} {
		a.leaves[a.place(i)] = v
	}
	for i, v := range []float32{-2, -3, 2, 4} {
		b.leaves[b.place(i)] = v
	}
	tests := []struct {
		row  Row
		want float32
	}{
		{Row{10, 0}, 0.5 - 1 - 3},
		{Row{2, 0.5}, 0.5 - 1 - 2},
		{Row{3, 1}, 0.5 - 1 + 2},
		{Row{20, 1}, 0.5 + 1 + 4},
	}
	for _, test := range tests {
		if got := f.Score(&test.row); got != test.want {
			t.Errorf("%v: %v, want %v", test.row, got, test.want)
		}
	}
}

func TestScreen(t *testing.T) {
	f := Train(rings(2000), shapes()[1])
	rows := rings(5*group + 3).Rows
	all, screened := make([]float32, len(rows)), make([]float32, len(rows))
	var screen Screen
	score := func(scores []float32, stops ...Stop) {
		screen.Start(f, stops, scores)
		for i, row := range rows {
			*screen.Row(i) = row
		}
		screen.End()
	}
	score(all)
	for i := range rows {
		if want := f.Score(&rows[i]); all[i] != want {
			t.Errorf("row %d: %v in a group, %v alone", i, all[i], want)
		}
	}
	score(screened, Stop{10, -0.5, 9}, Stop{20, -9, 0.5}, Stop{100, -99, 99})
	var left [3]int
	for i := range rows {
		want, stop := all[i], 0
		if sum := f.upTo(10, &rows[i]); sum < -0.5 {
			want, stop = -infinity, 1
		} else if sum := f.upTo(20, &rows[i]); sum > 0.5 {
			want, stop = sum, 2
		}
		left[stop]++
		if screened[i] != want {
			t.Errorf("row %d: %v, want %v", i, screened[i], want)
		}
	}
	if slices.Contains(left[:], 0) {
		t.Errorf("rows that stayed, left at the first and at the second stop: %v: the test tells nothing", left)
	}
}

// upTo is the score of the first n trees.
func (f *Forest) upTo(n int, row *Row) float32 {
	early := *f
	early.symmetric = f.symmetric[:n]
	return early.Score(row)
}

func BenchmarkScreen(b *testing.B) {
	d := rings(2048)
	o := shapes()[1]
	o.Trees, o.Depth = 200, 6
	f := Train(d, o)
	out := make([]float32, len(d.Rows))
	var screen Screen
	for b.Loop() {
		screen.Start(f, nil, out)
		for i := range d.Rows {
			*screen.Row(i) = d.Rows[i]
		}
		screen.End()
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(out)), "ns/row")
}
