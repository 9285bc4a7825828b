package jobfile

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"
)

// IsFile tells by its ending whether an argument names a job's file rather than a seed.
func IsFile(name string) bool {
	ending := strings.ToLower(filepath.Ext(name))
	return (ending == ".yaml" || ending == ".yml") && !strings.Contains(name, "://")
}

// Read reads a job from a YAML file as docs/job.schema.json describes it. The error names the file, and the line
// where that is known.
func Read(name string) (Job, error) {
	b, err := os.ReadFile(name)
	if err != nil {
		var pathError *fs.PathError
		if errors.As(err, &pathError) {
			err = pathError.Err
		}
		return Job{}, fmt.Errorf("job %s: %w", name, err)
	}
	j, err := parse(b)
	if err == nil {
		err = j.Check()
	}
	if err != nil {
		return Job{}, fmt.Errorf("job %s: %w", name, err)
	}
	return j, nil
}

// parse reads a job; what it has that no job has is an error: a word that is misspelt would be left unsaid otherwise.
func parse(b []byte) (j Job, err error) {
	d := yaml.NewDecoder(bytes.NewReader(b))
	d.KnownFields(true)
	if err := d.Decode(&j); err != nil && !errors.Is(err, io.EOF) { // an empty file is an empty job
		return Job{}, plain(err)
	}
	if err := d.Decode(new(Job)); !errors.Is(err, io.EOF) {
		return Job{}, errors.New("there is more than one document in the file")
	}
	return j, nil
}

// wrongType is what the YAML library says of a value that does not fit.
var wrongType = regexp.MustCompile("^(line [0-9]+): cannot unmarshal !!([a-z]+)(?: (`.*`))? into (\\S+)$")

// wanted are the Go types of a job's fields, as they are written in YAML.
var wanted = map[string]string{
	"[]string": "a list, as in [a, b]", "string": "a text", "int": "a whole number", "int64": "a whole number", "bool": "true or false",
}

// given are the YAML types whose values the library does not quote.
var given = map[string]string{"seq": "a list", "map": "a group of fields"}

// unknownField is what it says of a word that no job has.
var unknownField = regexp.MustCompile(` not found in type \S+$`)

// plain is an error of the YAML library in words for people who do not know the program.
func plain(err error) error {
	var e *yaml.TypeError
	if !errors.As(err, &e) {
		return errors.New(strings.TrimPrefix(err.Error(), "yaml: "))
	}
	var all []error
	for _, line := range e.Errors {
		if m := wrongType.FindStringSubmatch(line); m != nil {
			line = fmt.Sprintf("%s: %s stands where there must be %s", m[1], cmp.Or(m[3], given[m[2]], m[2]), cmp.Or(wanted[m[4]], "a group of fields"))
		}
		all = append(all, errors.New(unknownField.ReplaceAllString(line, " is not known")))
	}
	return errors.Join(all...)
}
