module github.com/scholia/scholia

go 1.26.0

require (
	github.com/gogs/chardet v0.0.0-20211120154057-b7413eaefb8f
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3
	github.com/valyala/fastjson v1.6.10
	golang.org/x/net v0.62.0
)

require golang.org/x/text v0.43.0 // indirect
