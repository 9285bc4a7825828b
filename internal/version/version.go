// Package version tells which version of the commands is running.
package version

import "runtime/debug"

// Current is the version of the module that the program was built from, or "dev" where it was built from files that have
// none. It is a token as headers want one (RFC 9110, section 5.6.2).
func Current() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "dev"
	}
	return info.Main.Version
}
