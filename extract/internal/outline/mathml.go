package outline

import (
	"bytes"
	"strings"

	"github.com/scholia/scholia/extract/internal/dom"
)

// mathML is the LaTeX of a math element: what its author wrote, kept in an annotation (MathML Core, section 5.1), else
// what its presentation says.
func (r *reader) mathML(n dom.ID) string {
	for c, last := n+1, r.x.Node(n).Last; c <= last; c++ {
		if r.x.Node(c).HTML.Data == "annotation" && strings.Contains(r.x.Attr(c, "encoding"), "tex") && c < last {
			return undisplayed(strings.TrimSpace(r.x.Node(c + 1).HTML.Data))
		}
	}
	if alt := r.x.Attr(n, "alttext"); alt != "" {
		return undisplayed(alt)
	}
	w := presentation{reader: r}
	w.row(n, 0)
	return strings.TrimSpace(string(w.buf))
}

// presentation writes Presentation MathML as LaTeX.
type presentation struct {
	*reader
	buf []byte
}

const mathDepth = 100 // of elements below there is only the text

func (w *presentation) row(n dom.ID, depth int) {
	for c := range w.x.Children(n) {
		w.node(c, depth+1)
	}
}

// arguments are the children of n that are elements.
func (w *presentation) arguments(n dom.ID) (args []dom.ID) {
	for c := range w.x.Children(n) {
		if !w.x.IsText(c) {
			args = append(args, c)
		}
	}
	return args
}

func (w *presentation) node(n dom.ID, depth int) {
	switch {
	case w.x.IsText(n):
		return
	case depth > mathDepth:
		w.write(w.x.Text(n))
		return
	}
	args := w.arguments(n)
	switch tag := w.x.Node(n).HTML.Data; {
	case tag == "mi" || tag == "mo" || tag == "mn" || tag == "ms":
		w.token(n)
	case tag == "mtext":
		w.write(`\text{`, strings.TrimSpace(w.raw(n)), "}")
	case tag == "mspace" || tag == "annotation" || tag == "annotation-xml" || tag == "mphantom":
	case tag == "mtable":
		w.table(args, depth)
	case tag == "msqrt":
		w.write(`\sqrt{`)
		w.row(n, depth)
		w.write("}")
	case tag == "mfrac" && len(args) == 2:
		w.enclose(`\frac{`, args[0], depth)
		w.enclose("{", args[1], depth)
	case tag == "mroot" && len(args) == 2:
		w.write(`\sqrt[`)
		w.node(args[1], depth+1)
		w.write("]")
		w.enclose("{", args[0], depth)
	case tag == "mover" && len(args) == 2 && accents[strings.TrimSpace(w.raw(args[1]))] != "":
		w.enclose(accents[strings.TrimSpace(w.raw(args[1]))]+"{", args[0], depth)
	case scripts[tag] != "" && len(args) == len(scripts[tag])+1:
		w.base(args[0], depth)
		for i, c := range scripts[tag] {
			w.enclose(string(c)+"{", args[i+1], depth)
		}
	default:
		w.row(n, depth)
	}
}

// scripts are the marks before each argument after the base.
var scripts = map[string]string{
	"msup": "^", "msub": "_", "msubsup": "_^", "munder": "_", "mover": "^", "munderover": "_^",
}

var accents = map[string]string{
	"¯": `\bar`, "‾": `\overline`, "^": `\hat`, "ˆ": `\hat`, "~": `\tilde`, "˜": `\tilde`, "→": `\vec`, "⃗": `\vec`,
	"˙": `\dot`, "¨": `\ddot`, "⏞": `\overbrace`,
}

// enclose writes a node between open and a brace.
func (w *presentation) enclose(open string, n dom.ID, depth int) {
	w.write(open)
	w.node(n, depth+1)
	w.write("}")
}

// base writes what carries scripts; a single letter, number or sign needs no braces.
func (w *presentation) base(n dom.ID, depth int) {
	if w.x.Node(n).Last-n <= 1 {
		w.node(n, depth+1)
		w.buf = bytes.TrimRight(w.buf, " ")
		return
	}
	w.enclose("{", n, depth)
}

func (w *presentation) table(rows []dom.ID, depth int) {
	w.write(`\begin{matrix}`)
	for i, row := range rows {
		if i > 0 {
			w.write(` \\ `)
		}
		for k, cell := range w.arguments(row) {
			if k > 0 {
				w.write(" & ")
			}
			w.row(cell, depth+2)
		}
	}
	w.write(`\end{matrix}`)
}

// token writes an identifier, operator or number.
func (w *presentation) token(n dom.ID) {
	s := strings.TrimSpace(w.raw(n))
	if len([]rune(s)) > 1 && w.x.Node(n).HTML.Data == "mi" {
		if functions[s] {
			w.write(`\`, s, " ")
		} else {
			w.write(`\mathrm{`, s, "}")
		}
		return
	}
	for _, c := range s {
		if name, ok := symbols[c]; ok {
			w.write(name)
			if name != "" && name[0] == '\\' {
				w.write(" ")
			}
			continue
		}
		w.write(string(c))
	}
}

func (w *presentation) raw(n dom.ID) string {
	if c := w.x.FirstChild(n); c != dom.None && w.x.IsText(c) {
		return w.x.Node(c).HTML.Data
	}
	return ""
}

func (w *presentation) write(parts ...string) {
	for _, p := range parts {
		w.buf = append(w.buf, p...)
	}
}

// functions are the names that LaTeX has commands for.
var functions = map[string]bool{
	"sin": true, "cos": true, "tan": true, "log": true, "ln": true, "exp": true, "lim": true, "max": true, "min": true,
	"sup": true, "inf": true, "det": true, "dim": true, "gcd": true, "arg": true, "ker": true, "deg": true, "Pr": true,
	"arcsin": true, "arccos": true, "arctan": true, "sinh": true, "cosh": true, "tanh": true, "cot": true, "sec": true,
}

// symbols are characters that LaTeX writes as commands, and those that have no sign (U+2061 to U+2064).
var symbols = map[rune]string{
	'α': `\alpha`, 'β': `\beta`, 'γ': `\gamma`, 'δ': `\delta`, 'ε': `\varepsilon`, 'ϵ': `\epsilon`, 'ζ': `\zeta`,
	'η': `\eta`, 'θ': `\theta`, 'ι': `\iota`, 'κ': `\kappa`, 'λ': `\lambda`, 'μ': `\mu`, 'ν': `\nu`, 'ξ': `\xi`,
	'π': `\pi`, 'ρ': `\rho`, 'σ': `\sigma`, 'τ': `\tau`, 'υ': `\upsilon`, 'φ': `\varphi`, 'ϕ': `\phi`, 'χ': `\chi`,
	'ψ': `\psi`, 'ω': `\omega`, 'Γ': `\Gamma`, 'Δ': `\Delta`, 'Θ': `\Theta`, 'Λ': `\Lambda`, 'Ξ': `\Xi`, 'Π': `\Pi`,
	'Σ': `\Sigma`, 'Φ': `\Phi`, 'Ψ': `\Psi`, 'Ω': `\Omega`,
	'∑': `\sum`, '∏': `\prod`, '∫': `\int`, '∬': `\iint`, '∮': `\oint`, '√': `\surd`, '∂': `\partial`, '∇': `\nabla`,
	'∞': `\infty`, '∈': `\in`, '∉': `\notin`, '∋': `\ni`, '⊂': `\subset`, '⊆': `\subseteq`, '⊃': `\supset`,
	'∪': `\cup`, '∩': `\cap`, '∅': `\emptyset`, '∀': `\forall`, '∃': `\exists`, '¬': `\neg`, '∧': `\wedge`,
	'∨': `\vee`, '≤': `\leq`, '≥': `\geq`, '≠': `\neq`, '≈': `\approx`, '≡': `\equiv`, '∼': `\sim`, '∝': `\propto`,
	'≪': `\ll`, '≫': `\gg`, '±': `\pm`, '∓': `\mp`, '×': `\times`, '÷': `\div`, '⋅': `\cdot`, '·': `\cdot`,
	'∘': `\circ`, '⊕': `\oplus`, '⊗': `\otimes`, '→': `\to`, '←': `\leftarrow`, '↔': `\leftrightarrow`,
	'⇒': `\Rightarrow`, '⇐': `\Leftarrow`, '⇔': `\Leftrightarrow`, '↦': `\mapsto`, '…': `\ldots`, '⋯': `\cdots`,
	'⋮': `\vdots`, '⋱': `\ddots`, '⟨': `\langle`, '⟩': `\rangle`, '‖': `\|`, 'ℝ': `\mathbb{R}`, 'ℕ': `\mathbb{N}`,
	'ℤ': `\mathbb{Z}`, 'ℚ': `\mathbb{Q}`, 'ℂ': `\mathbb{C}`, 'ℓ': `\ell`, 'ℏ': `\hbar`, '†': `\dagger`,
	'{': `\{`, '}': `\}`, '%': `\%`, '&': `\&`, '#': `\#`, '$': `\$`, '_': `\_`, '−': "-", '′': "'",
	'\u2061': "", '\u2062': "", '\u2063': "", '\u2064': "", '\u00a0': "",
}
