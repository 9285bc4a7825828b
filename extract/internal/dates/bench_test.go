package dates

import "testing"

var samples = []struct{ name, text string }{
	{"date", "June 14, 2013 at 9:30 pm"},
	{"labelled", "Geschrieben am Freitag, den 14. Juni 2013 um 09:30 Uhr"},
	{"number", "5 comments"},
	{"words", "Leave a reply to cancel"},
	{"long", "In 2013 we moved the whole archive, all 4,300 pages of it, to a machine in the cellar that nobody had used since 2009."},
}

func BenchmarkRead(b *testing.B) {
	for _, s := range samples {
		b.Run(s.name, func(b *testing.B) {
			b.ReportAllocs()
			r := Reader{}
			for b.Loop() {
				r.Read(s.text)
			}
		})
	}
}

func BenchmarkMachine(b *testing.B) {
	for _, s := range []string{"2013-06-14T09:30:05+02:00", "1371202205123", "Fri, 14 Jun 2013 09:30:05 GMT", "summary_large_image"} {
		b.Run(s, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Machine(s)
			}
		})
	}
}

func BenchmarkFind(b *testing.B) {
	r := Reader{}
	text := samples[4].text
	for range 4 {
		text += " " + text
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		r.Find(text)
	}
}
