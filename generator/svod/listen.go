package main

import (
	"context"
	"errors"
	"net"
	"net/netip"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"syscall"
)

// defaultPort is the year in which Tomsk was founded.
const defaultPort = 1604

// mostPorts is how many ports are tried where none was asked for.
const mostPorts = 50

// A saidError is already in the words of whoever runs the program.
type saidError string

func (e saidError) Error() string { return string(e) }

// listen opens the port that was asked for, or else the first that is free.
func (p *program) listen(ctx context.Context, f serveFlags) (net.Listener, error) {
	last := f.port
	if f.anyPort {
		last += mostPorts
	}
	var config net.ListenConfig
	for port := f.port; ; port++ {
		l, err := config.Listen(ctx, "tcp", net.JoinHostPort(f.bind, strconv.Itoa(port)))
		switch {
		case err == nil:
			return l, nil
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case !taken(err):
			return nil, saidError(p.say("cannot-listen", words{"Address": net.JoinHostPort(f.bind, strconv.Itoa(port))}))
		case port == last:
			return nil, saidError(p.say("port-taken", words{"Port": f.port, "Next": f.port%65535 + 1}))
		}
	}
}

// taken reports whether a port belongs to another program. Windows has a number
// of its own for it.
func taken(err error) bool {
	const wsaAddressInUse = syscall.Errno(10048)
	return errors.Is(err, syscall.EADDRINUSE) || errors.Is(err, wsaAddressInUse)
}

// addressOf is where a browser on this machine finds the site.
func addressOf(l net.Listener, bind string) string {
	_, port, err := net.SplitHostPort(l.Addr().String())
	if err != nil {
		return "http://" + l.Addr().String() + "/"
	}
	if ip, err := netip.ParseAddr(bind); bind == "" || err == nil && ip.IsUnspecified() {
		bind = "127.0.0.1"
	}
	return "http://" + net.JoinHostPort(bind, port) + "/"
}

// loopback reports whether only this machine can reach an address.
func loopback(bind string) bool {
	ip, err := netip.ParseAddr(bind)
	return strings.EqualFold(bind, "localhost") || err == nil && ip.IsLoopback()
}

// openBrowser opens an address in the browser that the system prefers. Where
// there is none, the address has been told.
func openBrowser(address string) {
	var cmd *exec.Cmd
	switch runtime.GOOS {
	case "windows":
		cmd = exec.Command("rundll32", "url.dll,FileProtocolHandler", address)
	case "darwin":
		cmd = exec.Command("open", address)
	default:
		cmd = exec.Command("xdg-open", address)
	}
	if cmd.Start() == nil {
		go func() { _ = cmd.Wait() }()
	}
}
