package jobfile

import (
	"bytes"
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

// goTypes are what the YAML library says of Go in its errors.
var goTypes = regexp.MustCompile(` (in|into) type \S+| into \S+$`)

// plain is an error of the YAML library in words for people who do not know the program.
func plain(err error) error {
	var e *yaml.TypeError
	if !errors.As(err, &e) {
		return errors.New(strings.TrimPrefix(err.Error(), "yaml: "))
	}
	var all []error
	for _, line := range e.Errors {
		line = goTypes.ReplaceAllString(line, "")
		line = strings.NewReplacer("cannot unmarshal !!", "there is a ", "not found", "is not known").Replace(line)
		all = append(all, errors.New(line))
	}
	return errors.Join(all...)
}
