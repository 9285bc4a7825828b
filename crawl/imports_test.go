package crawl_test

import (
	"os/exec"
	"regexp"
	"testing"
)

// Programs that extract pages need not link what only crawls need.
func TestExtractStaysLight(t *testing.T) {
	out, err := exec.CommandContext(t.Context(), "go", "list", "-deps", "github.com/scholia/scholia/extract").Output()
	if err != nil {
		t.Skipf("the go command is needed: %v", err)
	}
	heavy := regexp.MustCompile(`(?m)^.*(nats-io|gocolly|parquet|gowarc|prometheus|scholia/crawl).*$`)
	for _, found := range heavy.FindAllString(string(out), -1) {
		t.Errorf("extract imports %s", found)
	}
}
