package outline

import "testing"

func TestDestination(t *testing.T) {
	for href, want := range map[string]string{
		"https://www.google.com/url?q=https://lake.example/roads?winter%3D1&sa=D&ust=17": "https://lake.example/roads?winter=1",
		"https://l.facebook.com/l.php?u=https%3A%2F%2Flake.example%2F&h=AT0":             "https://lake.example/",
		"https://www.youtube.com/redirect?event=d&q=http%3A%2F%2Flake.example":           "http://lake.example",
		"https://www.google.com/url?q=javascript:alert(1)":                               "https://www.google.com/url?q=javascript:alert(1)",
		"https://www.google.com/search?q=https://lake.example/":                          "https://www.google.com/search?q=https://lake.example/",
		"https://lake.example/url?q=https://other.example/":                              "https://lake.example/url?q=https://other.example/",
		"":  "",
		"h": "h",
	} {
		if got := destination(href); got != want {
			t.Errorf("%q: got %q, want %q", href, got, want)
		}
	}
}
