// Package frontier holds what a crawl knows and what it still has to fetch, in a log that survives a kill at any moment
// and that many processes share.
//
// The log is the state. A job is one JetStream stream, in which each partition of the hosts has its subjects:
//
//	scholia.JOB.p.N.in     addresses for the hosts of partition N, written by anyone
//	scholia.JOB.p.N.rec    records, written before the event that commits them
//	scholia.JOB.p.N.log    what was done, written by the partition's owner alone
//	scholia.JOB.p.N.idle   "up to here in the stream, nothing is left to do", with the partition's counts
//	scholia.JOB.out.NAME   up to where an output has been written
//	scholia.JOB.job        the job's settings and generation
//	scholia.JOB.budget     how many pages may still be fetched in this run, by all workers
//
// A partition is the fold of its in and log messages in the order of the stream. Each address is given a number when it
// is first seen; what was done refers to the number. An owner holds in memory 40 to 50 bytes an address; the text of an
// address is read from the stream when its turn comes.
//
// One log message commits a page: its outcome, the place of its record, the addresses found on it. Addresses for other
// partitions are published before it. So a page that was being fetched when its owner died is fetched again, and its
// addresses, if they are published twice, are known already.
//
// An owner holds a lease that ends unless it is renewed. Each log message expects the number of the one before it
// (Nats-Expected-Last-Subject-Sequence), and a new owner begins with a message of its own: an owner that lost its lease
// without knowing cannot write any more.
package frontier
