// Package testsite serves small webs on loopback addresses, for tests and benchmarks of crawls: blogs with nested
// comments over several pages, every sort of robots file, feeds, sitemaps, and pages that mean harm. All of it
// follows from a seed, so that a server knows the truth about what it serves, and it notes every request, so that a
// test can tell whether a crawler was polite.
//
// Every site has an address of its own (127.0.0.2, 127.0.0.3, ...) and all have one port; Linux takes the whole of
// 127.0.0.0/8 for the machine itself.
package testsite
