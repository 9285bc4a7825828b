module github.com/scholia/scholia

go 1.26.0
