// Command compare reads the same date strings with this project's reader and with the libraries of the field, and
// prints what each got right to the day, what it took for another day, what it did not read, and what it cost.
//
//	go run -mod=mod .                                        # the forms of ../testdata/forms.tsv
//	go run -mod=mod . -corpus ../../../../../shared/corpus   # and the strings on saved pages that agree with their gold
//
// It is a module of its own, so that the libraries it compares are no dependencies of the project.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"log"
	"os"
	"runtime"
	"strings"
	"syscall"
	"time"
)

// sample is a string and the day that it means, "" where it is no date.
type sample struct {
	text, day, language string
}

func main() {
	log.SetFlags(0)
	forms := flag.String("forms", "../testdata/forms.tsv", "table of language, string and date")
	corpus := flag.String("corpus", "", "folder of the corpora")
	only := flag.String("only", "", "run this reader alone and print what it got wrong or did not read")
	flag.Parse()

	samples, err := readForms(*forms)
	if err != nil {
		log.Fatal(err)
	}
	report("forms: "+*forms, samples, *only)
	if *corpus == "" {
		return
	}
	for _, collect := range []func(string) (title string, samples []sample, err error){threads, articles} {
		title, samples, err := collect(*corpus)
		if err != nil {
			log.Fatal(err)
		}
		report(title, samples, *only)
	}
}

// readForms reads the table that the reader's own tests use, without dates that count from now.
func readForms(name string) ([]sample, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var samples []sample
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		fields := strings.Split(lines.Text(), "\t")
		if len(fields) == 3 && fields[0] != "now" && !strings.HasPrefix(fields[0], "#") && (fields[2] == "" || len(fields[2]) >= 10) {
			samples = append(samples, sample{text: fields[1], day: fields[2][:min(10, len(fields[2]))], language: fields[0]})
		}
	}
	return samples, lines.Err()
}

func report(title string, samples []sample, only string) {
	dates := 0
	for _, s := range samples {
		if s.day != "" {
			dates++
		}
	}
	fmt.Printf("\n%s\n%d dates, %d strings that are none\n\n", title, dates, len(samples)-dates)
	fmt.Println("| reader | right | wrong | not read | taken for a date | ns a date | allocations | ns another | allocations |")
	fmt.Println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
	for _, r := range readers {
		if only != "" && only != r.name {
			continue
		}
		var right, wrong, missed, invented int
		for _, s := range samples {
			day := r.read(s)
			verdict := "right"
			switch {
			case s.day == "" && day != "":
				invented++
				verdict = "invented"
			case s.day == "" || day == s.day:
				if s.day != "" {
					right++
				}
			case day == "":
				missed++
				verdict = "missed"
			default:
				wrong++
				verdict = "wrong"
			}
			if only != "" && verdict != "right" {
				log.Printf("%s\t%q\t%s\tread %s, is %s", verdict, s.text, s.language, day, s.day)
			}
		}
		share := func(n, of int) string { return fmt.Sprintf("%.1f %%", 100*float64(n)/float64(max(of, 1))) }
		dateNs, dateAllocs := cost(r, samples, true)
		otherNs, otherAllocs := cost(r, samples, false)
		fmt.Printf("| %s | %s | %s | %s | %s | %.0f | %.1f | %.0f | %.1f |\n", r.name, share(right, dates), share(wrong, dates),
			share(missed, dates), share(invented, len(samples)-dates), dateNs, dateAllocs, otherNs, otherAllocs)
	}
}

// cost is the processor time in nanoseconds and the allocations per string, for those that are dates or those that
// are not. Processor time, collecting garbage included, is the same on a busy machine.
func cost(r reader, samples []sample, dates bool) (ns, allocations float64) {
	var chosen []sample
	for _, s := range samples {
		if (s.day != "") == dates && len(chosen) < 2000 {
			chosen = append(chosen, s)
		}
	}
	if len(chosen) == 0 {
		return 0, 0
	}
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	n, start := 0, processorTime()
	for processorTime()-start < 500*time.Millisecond {
		for range 200 {
			r.read(chosen[n%len(chosen)])
			n++
		}
	}
	spent := processorTime() - start
	runtime.ReadMemStats(&after)
	return float64(spent.Nanoseconds()) / float64(n), float64(after.Mallocs-before.Mallocs) / float64(n)
}

// processorTime is what this process has used of the processors.
func processorTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		log.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
