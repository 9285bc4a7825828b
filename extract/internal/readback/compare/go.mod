module github.com/scholia/scholia/extract/internal/readback/compare

go 1.26.0

replace github.com/scholia/scholia => ../../../..

require (
	github.com/JohannesKaufmann/html-to-markdown/v2 v2.5.2
	github.com/scholia/scholia v0.0.0-00010101000000-000000000000
)

require (
	github.com/JohannesKaufmann/dom v0.3.1 // indirect
	github.com/abadojack/whatlanggo v1.0.1 // indirect
	github.com/aymerick/douceur v0.2.0 // indirect
	github.com/gogs/chardet v0.0.0-20211120154057-b7413eaefb8f // indirect
	github.com/gorilla/css v1.0.1 // indirect
	github.com/microcosm-cc/bluemonday v1.0.27 // indirect
	github.com/valyala/fastjson v1.6.10 // indirect
	github.com/yuin/goldmark v1.8.7 // indirect
	go.yaml.in/yaml/v3 v3.0.6 // indirect
	golang.org/x/net v0.62.0 // indirect
	golang.org/x/text v0.43.0 // indirect
)
