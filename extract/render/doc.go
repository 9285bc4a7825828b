// Package render writes a page.Page as JSON, JSON Lines, Markdown, plain text or HTML, one file per format.
package render
