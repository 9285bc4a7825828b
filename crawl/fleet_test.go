package crawl_test

import (
	"context"
	"fmt"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/nats-io/nats-server/v2/server"

	"github.com/scholia/scholia/crawl/internal/testsite"
)

// cluster starts three JetStream servers that keep everything three times.
func cluster(t *testing.T) (nodes []*server.Server, addresses string) {
	t.Helper()
	ports := freePorts(t, 6)
	var routes, clients []string
	for i := range 3 {
		clients = append(clients, fmt.Sprintf("nats://127.0.0.1:%d", ports[i]))
		routes = append(routes, fmt.Sprintf("nats://127.0.0.1:%d", ports[3+i]))
	}
	for i := range 3 {
		nodes = append(nodes, node(t, i, ports[i], ports[3+i], strings.Join(routes, ",")))
	}
	for _, n := range nodes {
		if !n.ReadyForConnections(20 * time.Second) {
			t.Fatal("a node does not start")
		}
	}
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		for _, n := range nodes {
			if n.JetStreamIsLeader() {
				return nodes, strings.Join(clients, ",")
			}
		}
		if time.Now().After(deadline) {
			t.Fatal("the cluster has no leader")
		}
	}
}

// freePorts are ports that nobody listens on now.
func freePorts(t *testing.T, n int) (ports []int) {
	t.Helper()
	for range n {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		ports = append(ports, l.Addr().(*net.TCPAddr).Port)
		defer l.Close()
	}
	return ports
}

func node(t *testing.T, i, port, clusterPort int, routes string) *server.Server {
	t.Helper()
	o := &server.Options{
		ServerName: fmt.Sprint("n", i), Host: "127.0.0.1", Port: port, JetStream: true, StoreDir: t.TempDir(), NoLog: true, NoSigs: true,
		Cluster: server.ClusterOpts{Name: "test", Host: "127.0.0.1", Port: clusterPort},
		Routes:  server.RoutesFromStr(routes),
	}
	n, err := server.NewServer(o)
	if err != nil {
		t.Fatal(err)
	}
	n.Start()
	t.Cleanup(func() {
		n.Shutdown()
		n.WaitForShutdown()
	})
	return n
}

func TestFleet(t *testing.T) {
	hosts, articles, patience := 6, 25, time.Minute
	if long {
		hosts, articles, patience = 20, 250, 9*time.Minute
	}
	const delay = 10 * time.Millisecond
	nodes, addresses := cluster(t)
	site := serve(t, testsite.Config{Seed: 3, Blogs: testsite.Blogs(hosts, articles, 8, 20*time.Millisecond), Failures: 0.01})
	j := job(t, site, delay)
	j.Name, j.Replicas = "fleet", 3
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	doomed, kill := context.WithCancel(ctx)
	defer kill()
	shared := clusterVariable + "=" + addresses
	_, first := start(ctx, t, j, shared)
	_, second := start(ctx, t, j, shared, workVariable+"=1")
	_, third := start(doomed, t, j, shared, workVariable+"=1")
	after(ctx, site, hosts*articles/2)
	kill()
	after(ctx, site, hosts*articles)
	nodes[leader(nodes)].Shutdown()
	if _, err := third(); err == nil {
		t.Error("the crawl was over before a worker was killed: the test shows nothing")
	}
	if _, err := second(); err != nil {
		t.Errorf("a worker that nobody killed failed: %v", err)
	}
	s, err := first()
	if err != nil {
		t.Fatalf("the crawl failed: %v", err)
	}
	t.Logf("%s", s)
	addsUp(t, s)
	want := truth(site.Truth())
	compare(t, want, output(t, j.Output))
	t.Logf("%d articles, %d comments", len(want), commentsOf(want))
	polite(t, site, delay)
}

// after waits until a site had so many requests.
func after(ctx context.Context, site *testsite.Server, requests int) {
	for ctx.Err() == nil && len(site.Requests()) < requests {
		time.Sleep(20 * time.Millisecond)
	}
}

// leader is the node that leads the cluster: the worst one to lose.
func leader(nodes []*server.Server) int {
	for i, n := range nodes {
		if n.JetStreamIsLeader() {
			return i
		}
	}
	return 0
}
