package score

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
)

// wcxb is the ground truth of a page in the layout of WCXB (Foley 2026): its main content and a few facts.
type wcxb struct {
	id, kind string // kind: article, forum, documentation, service, listing, collection, product

	MainContent string   `json:"main_content"`
	With        []string `json:"with"`
	Without     []string `json:"without"`
	Title       string   `json:"title"`
	Author      string   `json:"author"`
	PublishDate string   `json:"publish_date"`
}

// readWCXB reads a folder of ground truth, a file a page, in the order of their names.
func readWCXB(dir string) ([]*wcxb, error) {
	files, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var gold []*wcxb
	for _, file := range files {
		id, ok := strings.CutSuffix(file.Name(), ".json")
		if !ok {
			continue
		}
		var f struct {
			GroundTruth *wcxb `json:"ground_truth"`
			Internal    struct {
				PageType pageType `json:"page_type"`
			} `json:"_internal"`
		}
		if err := readJSON(filepath.Join(dir, file.Name()), &f); err != nil {
			return nil, err
		}
		if f.GroundTruth != nil {
			f.GroundTruth.id, f.GroundTruth.kind = id, f.Internal.PageType.name()
			gold = append(gold, f.GroundTruth)
		}
	}
	return gold, nil
}

// pageType is the type of a page, given as such or as the primary one of several.
type pageType string

func (t *pageType) UnmarshalJSON(b []byte) error {
	return stringOrObject(b, (*string)(t), func(b []byte) error {
		var several struct {
			Primary string `json:"primary"`
		}
		err := json.Unmarshal(b, &several)
		*t = pageType(several.Primary)
		return err
	})
}

func (t pageType) name() string {
	switch t {
	case "":
		return "article"
	case "category":
		return "collection"
	}
	return string(t)
}
