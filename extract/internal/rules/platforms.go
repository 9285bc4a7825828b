package rules

import (
	"bytes"
	_ "embed"
	"fmt"
	"sync"
)

//go:embed platforms.yaml
var platforms []byte

// Platforms is the table of platforms. It is read when it is first asked for.
var Platforms = sync.OnceValue(func() *Set {
	set, err := Read(bytes.NewReader(platforms))
	if err != nil {
		panic(fmt.Sprintf("platforms.yaml: %v", err)) // a test reads it
	}
	return set
})
