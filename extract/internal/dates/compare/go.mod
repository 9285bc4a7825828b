module github.com/scholia/scholia/extract/internal/dates/compare

go 1.26.0

replace github.com/scholia/scholia => ../../../..

require (
	github.com/araddon/dateparse v0.0.0-20210429162001-6b43995a97de
	github.com/goodsign/monday v1.0.2
	github.com/markusmobius/go-dateparser v1.4.7
	github.com/scholia/scholia v0.0.0-00010101000000-000000000000
	golang.org/x/net v0.62.0
)

require (
	github.com/markusmobius/go-dateutil/v2 v2.9.1 // indirect
	github.com/tetratelabs/wazero v1.12.0 // indirect
	github.com/wasilibs/go-re2 v1.12.0 // indirect
	github.com/wasilibs/wazero-helpers v0.0.0-20250123031827-cd30c44769bb // indirect
	golang.org/x/sys v0.49.0 // indirect
	golang.org/x/text v0.43.0 // indirect
)
