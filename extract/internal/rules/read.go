package rules

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"go.yaml.in/yaml/v3"
)

// MaxBytes is the size from which a file of rules is refused.
const MaxBytes = 1 << 20

// Read reads a file of rules: a YAML list. Its error names each line that is wrong and says what to write instead.
func Read(r io.Reader) (*Set, error) {
	b, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, err
	}
	if len(b) > MaxBytes {
		return nil, fmt.Errorf("the rules have more than %d bytes: part them into files of sites that are read together", MaxBytes)
	}
	var doc yaml.Node
	decoder := yaml.NewDecoder(bytes.NewReader(b))
	switch err := decoder.Decode(&doc); {
	case errors.Is(err, io.EOF):
		return newSet(nil), nil
	case err != nil:
		return nil, fmt.Errorf("the rules are no YAML (%w): see docs/rules.md for their form", err)
	}
	if err := decoder.Decode(new(yaml.Node)); !errors.Is(err, io.EOF) {
		return nil, errors.New("the rules go on after a line of ---: write all of them in one list")
	}
	list := doc.Content[0]
	if list.Kind != yaml.SequenceNode {
		return nil, fmt.Errorf("line %d: the rules are no list: begin each with \"- site:\" or \"- platform:\"", list.Line)
	}
	return readList(list)
}

// readList reads all rules, so that all that is wrong is said at once.
func readList(list *yaml.Node) (*Set, error) {
	var rules []*Rule
	var wrong []error
	for _, node := range list.Content {
		r := ruleReader{rule: &Rule{Line: node.Line}, seen: map[string]bool{}}
		r.read(node)
		rules, wrong = append(rules, r.rule), append(wrong, r.wrong...)
	}
	if err := errors.Join(wrong...); err != nil {
		return nil, err
	}
	return newSet(rules), nil
}

// ruleReader reads one rule and notes what is wrong with it.
type ruleReader struct {
	rule  *Rule
	seen  map[string]bool
	wrong []error
}

func (r *ruleReader) fail(line int, format string, args ...any) {
	r.wrong = append(r.wrong, fmt.Errorf("line %d: "+format, append([]any{line}, args...)...))
}

func (r *ruleReader) read(node *yaml.Node) {
	if node.Kind != yaml.MappingNode {
		r.fail(node.Line, "this is no rule: write fields like \"unit: li.comment\" below \"- site: blog.example\"")
		return
	}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		switch {
		case r.seen[key.Value]:
			r.fail(key.Line, "%s: it is given twice: write alternatives with a comma between them", key.Value)
		case value.Kind != yaml.ScalarNode || value.Tag == "!!null":
			r.fail(key.Line, "%s: its value is no text: write it on the same line, in quotes if it begins with one of @ # & * [ {", key.Value)
		default:
			r.field(key, value)
		}
		r.seen[key.Value] = true
	}
	r.check(node.Line)
}

// field reads one field of the rule.
func (r *ruleReader) field(key, value *yaml.Node) {
	if err := r.set(key.Value, strings.TrimSpace(value.Value)); err != nil {
		r.fail(key.Line, "%s: %w", key.Value, err)
	}
}

func (r *ruleReader) set(key, text string) (err error) {
	rule := r.rule
	switch key {
	case "platform":
		rule.Platform, err = notEmpty(text, "the platform's name")
	case "site":
		rule.Site, err = readHost(text)
	case "when":
		rule.When, err = readWhen(text)
	case "unit":
		rule.Unit, err = Compile(text)
	case "opening":
		err = rule.readOpening(text)
	case "body":
		rule.Body, err = Compile(text)
	case "drop":
		rule.Drop, err = Compile(text)
	case "run":
		var run *bool
		if run, err = readBool(text); err == nil {
			rule.Run = *run
		}
	case "thread":
		rule.Thread, err = readBool(text)
	default:
		return r.setNamed(key, text)
	}
	return err
}

// setNamed reads the fields that are values and tests.
func (r *ruleReader) setNamed(key, text string) (err error) {
	for f, name := range fieldNames {
		if key == name {
			r.rule.Values[f], err = CompileValue(text)
			if err == nil && Field(f) >= Declared && r.rule.Values[f].ofUnit() {
				return errors.New("it is read of the page, not of a unit: write a selector before the @")
			}
			return err
		}
	}
	for t, name := range testNames {
		if key == name {
			r.rule.Tests[t], err = Compile(text)
			return err
		}
	}
	return fmt.Errorf("there is no such field: a rule has %s", fieldList)
}

var fieldList = "platform or site, when, unit, run, opening, thread, body, drop, " +
	strings.Join(fieldNames[:], ", ") + ", " + strings.Join(testNames[:], ", ")

// check tells what a rule lacks, and what does not go together.
func (r *ruleReader) check(line int) {
	switch rule := r.rule; {
	case r.seen["platform"] == r.seen["site"]:
		r.fail(line, "the rule names neither a site nor a platform, or both: give it one \"site: blog.example\"")
	case r.seen["platform"] && !r.seen["when"]:
		r.fail(line, "the rule of a platform has no \"when\": give a selector that its pages alone match")
	case !r.seen["unit"]:
		r.fail(line, "the rule has no \"unit\": give the selector of a comment")
	case r.seen["opening"] && rule.Thread != nil && !*rule.Thread:
		r.fail(line, "the rule has an opening post, and says that there is none by \"thread: false\": take one of them out")
	case rule.Drop != nil && rule.Body == nil:
		r.fail(line, "the rule has \"drop\" and no \"body\": give the selector of the text in which to drop parts")
	}
}

func notEmpty(text, what string) (string, error) {
	if text == "" {
		return "", fmt.Errorf("it is empty: write %s", what)
	}
	return text, nil
}

// readHost reads the host of a site, in lower case.
func readHost(text string) (string, error) {
	host := strings.TrimPrefix(strings.ToLower(text), "www.")
	if host == "" || strings.ContainsAny(host, "/:?#@*"+spaces) || strings.HasPrefix(host, ".") || strings.HasSuffix(host, ".") {
		return "", fmt.Errorf("%q is no host: write it without scheme and path, as in blog.example", text)
	}
	return host, nil
}

// readOpening reads the selector of the opening post, or "first".
func (r *Rule) readOpening(text string) (err error) {
	if text == "first" {
		r.First = true
		return nil
	}
	r.Opening, err = Compile(text)
	return err
}

// readWhen reads a selector that is matched against single elements.
func readWhen(text string) (*Selector, error) {
	s, err := Compile(text)
	if err != nil {
		return nil, err
	}
	for _, c := range s.chains {
		if len(c) > 1 {
			return nil, fmt.Errorf("%q has a space: name an element by itself, its parent (>) or the one before it (+)", text)
		}
	}
	return s, nil
}

func readBool(text string) (*bool, error) {
	b := text == "true"
	if !b && text != "false" {
		return nil, fmt.Errorf("%q is neither true nor false", text)
	}
	return &b, nil
}
