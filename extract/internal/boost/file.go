package boost

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"slices"
	"sync"
)

// The file of a forest, all numbers unsigned varints unless said otherwise:
//
//	magic     "trees" and a byte: the version, 1 with trees of any shape, 2 with symmetric ones
//	features  their number; of each: length and bytes of its name, number of cuts, each a float32
//	base      float32
//	trees     their number; of each: number of nodes; of each, level by level: 0 and an int16, the leaf's value in
//	          units of leafUnit, or feature+1 and the number of its cut. Of a symmetric tree: the number of levels; of
//	          each the feature and the number of its cut; the leaves, each an int16
//	sum       CRC-32 (IEEE) of all before it
//
// Fixed-width numbers are little endian. Only cuts that a tree uses are written.
const (
	magic            = "trees"
	versionAny       = 1
	versionSymmetric = 2
	leafUnit         = 1.0 / 8192
)

// Append writes the file of the forest at the end of b.
func (f *Forest) Append(b []byte) []byte {
	start := len(b)
	version := byte(versionAny)
	if len(f.symmetric) > 0 {
		version = versionSymmetric
	}
	b = append(append(b, magic...), version)
	used := f.usedCuts()
	b = binary.AppendUvarint(b, uint64(len(f.names)))
	for i, name := range f.names {
		b = binary.AppendUvarint(b, uint64(len(name)))
		b = append(b, name...)
		b = binary.AppendUvarint(b, uint64(len(used[i])))
		for _, c := range used[i] {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(c))
		}
	}
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(f.base))
	b = binary.AppendUvarint(b, uint64(f.Trees()))
	for i := range f.trees {
		b = appendTree(b, &f.trees[i], used)
	}
	for i := range f.symmetric {
		b = appendSymmetric(b, &f.symmetric[i], used)
	}
	return binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE(b[start:]))
}

func appendTree(b []byte, t *tree, used [][]float32) []byte {
	b = binary.AppendUvarint(b, uint64(len(t.nodes)))
	for _, n := range t.nodes {
		if n.isLeaf() {
			b = appendLeaf(append(b, 0), n.value)
			continue
		}
		b = binary.AppendUvarint(b, uint64(n.feature)+1)
		b = appendCut(b, used[n.feature], n.cut)
	}
	return b
}

func appendSymmetric(b []byte, t *symmetric, used [][]float32) []byte {
	b = binary.AppendUvarint(b, uint64(t.levels))
	for l, feature := range t.features[:t.levels] {
		b = binary.AppendUvarint(b, uint64(feature))
		b = appendCut(b, used[feature], t.cuts[l])
	}
	for i := range 1 << t.levels {
		b = appendLeaf(b, t.leaves[t.place(i)])
	}
	return b
}

func appendLeaf(b []byte, value float32) []byte {
	return binary.LittleEndian.AppendUint16(b, uint16(int16(math.Round(float64(value)/leafUnit))))
}

func appendCut(b []byte, used []float32, cut float32) []byte {
	k, _ := slices.BinarySearch(used, cut)
	return binary.AppendUvarint(b, uint64(k))
}

// usedCuts lists for each feature where trees cut it.
func (f *Forest) usedCuts() [][]float32 {
	used := make([][]float32, len(f.names))
	for i := range f.trees {
		for _, n := range f.trees[i].nodes {
			if !n.isLeaf() {
				used[n.feature] = append(used[n.feature], n.cut)
			}
		}
	}
	for i := range f.symmetric {
		t := &f.symmetric[i]
		for l, feature := range t.features[:t.levels] {
			used[feature] = append(used[feature], t.cuts[l])
		}
	}
	for i := range used {
		slices.Sort(used[i])
		used[i] = slices.Compact(used[i])
	}
	return used
}

// Read reads the file of a forest.
func Read(b []byte) (*Forest, error) {
	if len(b) < len(magic)+1+4 || string(b[:len(magic)]) != magic {
		return nil, errors.New("not a file of trees: train the model anew")
	}
	version := b[len(magic)]
	if version != versionAny && version != versionSymmetric {
		return nil, fmt.Errorf("file of trees has version %d, this program reads %d and %d: train the model anew", version, versionAny, versionSymmetric)
	}
	body, sum := b[:len(b)-4], binary.LittleEndian.Uint32(b[len(b)-4:])
	if crc32.ChecksumIEEE(body) != sum {
		return nil, errors.New("file of trees is damaged: its checksum differs")
	}
	r := reader{b: body[len(magic)+1:]}
	f := &Forest{}
	cuts := r.features(f)
	f.base = r.float()
	for range r.count() {
		if version == versionSymmetric {
			f.symmetric = append(f.symmetric, r.symmetric(cuts))
		} else {
			f.trees = append(f.trees, r.tree(cuts))
		}
	}
	if r.err == nil && len(r.b) > 0 {
		r.fail("has bytes behind its end")
	}
	return f, r.err
}

// reader takes numbers off the front of a file; after the first error it gives zeros.
type reader struct {
	b   []byte
	err error
}

func (r *reader) fail(what string) {
	if r.err == nil {
		r.err = fmt.Errorf("file of trees %s: train the model anew", what)
	}
	r.b = nil
}

// take gives the next n bytes.
func (r *reader) take(n int) []byte {
	if n > len(r.b) {
		r.fail("ends too early")
		return make([]byte, min(n, 8))
	}
	t := r.b[:n]
	r.b = r.b[n:]
	return t
}

func (r *reader) number() uint64 {
	v, n := binary.Uvarint(r.b)
	if n <= 0 {
		r.fail("ends too early")
		return 0
	}
	r.b = r.b[n:]
	return v
}

// count is a number of things that take a byte each at least.
func (r *reader) count() int {
	v := r.number()
	if v > uint64(len(r.b)) {
		r.fail("counts more than it holds")
		return 0
	}
	return int(v)
}

func (r *reader) float() float32 {
	return math.Float32frombits(binary.LittleEndian.Uint32(r.take(4)))
}

func (r *reader) features(f *Forest) (cuts [][]float32) {
	n := r.count()
	if n > len(Row{}) {
		r.fail("has too many features")
	}
	for range n {
		if r.err != nil {
			break
		}
		f.names = append(f.names, string(r.take(r.count())))
		list := make([]float32, r.count())
		for i := range list {
			if list[i] = r.float(); !(list[i] < infinity) {
				r.fail("cuts at no number")
			}
		}
		cuts = append(cuts, list)
	}
	return cuts
}

func (r *reader) leaf() float32 {
	return float32(int16(binary.LittleEndian.Uint16(r.take(2)))) * leafUnit
}

func (r *reader) symmetric(cuts [][]float32) symmetric {
	t, levels := newSymmetric(), r.number()
	if levels > maxLevels {
		r.fail("has too deep a tree")
		return t
	}
	for range levels {
		feature, cut := r.number(), r.number()
		if feature >= uint64(len(cuts)) || cut >= uint64(len(cuts[feature])) {
			r.fail("cuts where it cannot")
			return t
		}
		t.ask(uint8(feature), cuts[feature][cut])
	}
	for i := range 1 << t.levels {
		t.leaves[t.place(i)] = r.leaf()
	}
	return t
}

// tree reads a tree level by level: the children of its k-th inner node are nodes 2k+1 and 2k+2.
func (r *reader) tree(cuts [][]float32) (t tree) {
	inner, size := 0, r.count()
	if size >= maxNodes {
		r.fail("has too large a tree")
	}
	t.nodes = make([]node, 0, min(size, maxNodes))
	for r.err == nil && len(t.nodes) < size {
		feature := r.number()
		if feature == 0 {
			t.addLeaf(r.leaf())
			continue
		}
		cut := r.number()
		if feature > uint64(len(cuts)) || cut >= uint64(len(cuts[feature-1])) || 2*inner+1 <= len(t.nodes)-1 {
			r.fail("cuts where it cannot")
			break
		}
		t.addInner(uint8(feature-1), cuts[feature-1][cut], 2*inner+1)
		inner++
	}
	if r.err != nil || size != 2*inner+1 {
		r.fail("holds half a tree")
		return tree{}
	}
	t.measure()
	return t
}

// Embedded reads a model from its file when it is first asked for. The file is a part of the program, so a bad one is a fault of the
// program, and a panic.
func Embedded[Model any](file []byte, read func([]byte) (*Model, error)) func() *Model {
	return sync.OnceValue(func() *Model {
		m, err := read(file)
		if err != nil {
			panic(err)
		}
		return m
	})
}
