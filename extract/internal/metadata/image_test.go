package metadata

import "testing"

// What a site shows for want of a picture is not the article's.
func TestImage(t *testing.T) {
	for address, want := range map[string]string{
		"/2024/flood.jpg?w=640":                "https://k.example/2024/flood.jpg?w=640",
		"https://s0.cdn.example/blank.jpg?m=1": "",
		"/assets/Logo-square.png":              "",
		"/img/k-logo.webp":                     "",
		"/img/mark.svg?v=2":                    "",
		"/placeholder.png":                     "",
		"/img/blanket.jpg":                     "https://k.example/img/blanket.jpg",
	} {
		m := read(t, "https://k.example/x", `<html><head><title>Flood</title><meta property="og:image" content="`+address+`"></head><body><h1>Flood</h1>`+paragraphs)
		got := ""
		if m.Image != nil {
			got = m.Image.URL
		}
		if got != want {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
}
