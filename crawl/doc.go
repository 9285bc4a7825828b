// Package crawl walks blogs and writes what is on them, one article or thread with all its comments a record.
//
// [Run] does a [Job]: it keeps what it knows in a log (crawl/internal/frontier), asks each host no faster than the host
// likes (politeness), fetches with colly (fetch), reads with package extract, joins the pages of an article (join), and
// writes each record once (sink). A run that is killed at any moment is taken up again by running it once more, and [Work]
// lets any number of machines share a job.
package crawl
