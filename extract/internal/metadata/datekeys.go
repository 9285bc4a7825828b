package metadata

// Keys of meta elements that hold dates. Sites make up ever new ones ("w-published-date", "cludo:publish_date"), so a key
// also counts by its end. Ends are written without what parts words in keys.
var (
	publishedKeys = []string{
		"article:published_time", "article:published", "published", "citation_date", "citation_online_date", "sailthru.date", "cludo:date",
		"date.issued", "dcterms.issued", "dc.date.issued", "dc.date.created", "dcterms.created", "article_date_original", "release_date", "displaydate",
		"ptime",
	}
	publishedEnds = []string{
		"publisheddate", "publishedtime", "publishtime", "publishdate", "datepublished", "publicationdate", "publicationtime", "pubdate",
		"datepub",
	}
	modifiedKeys = []string{"article:modified_time", "updated", "lastmod", "dcterms.modified", "article:modified", "revised"}
	modifiedEnds = []string{
		"modifiedtime", "datemodified", "lastmodified", "modifieddate", "lastupdated", "updatedtime", "updateddate", "updatedat",
	}
)

// ending is the content of the first meta element that has the first of these keys, or of these ends, for which there is one.
func (h *head) ending(keys, ends []string) string {
	if s := h.meta(keys...); s != "" {
		return s
	}
	for _, end := range ends {
		for i := range h.metas {
			if m := &h.metas[i]; endsIn(m.key, end) {
				if s := m.text(); s != "" {
					return s
				}
			}
		}
	}
	return ""
}

// endsIn tells whether the last words of a key are those of end, however the key parts them: "w-published-date" ends in
// "publisheddate".
func endsIn(key, end string) bool {
	i := len(key) - 1
	for j := len(end) - 1; j >= 0; i-- {
		if i < 0 {
			return false
		}
		switch key[i] {
		case end[j]:
			j--
		case '-', '_', '.', ':':
		default:
			return false
		}
	}
	return true
}
