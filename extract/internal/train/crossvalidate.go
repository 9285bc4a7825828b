package main

import (
	"github.com/scholia/scholia/extract/internal/content"
	"github.com/scholia/scholia/internal/score"
)

// fitFolds learns a model for each fold from the pages of the others.
func fitFolds(samples, augmented []*sample, folds int) []*content.Model {
	models := make([]*content.Model, folds)
	for k := range models {
		in := func(s *sample) bool { return fold(s.site, folds) == k }
		_, own := part(samples, in)
		_, more := part(augmented, in)
		models[k] = fit(own, more)
	}
	return models
}

// part parts the samples of which something holds from the others.
func part(samples []*sample, holds func(*sample) bool) (in, out []*sample) {
	for _, s := range samples {
		if holds(s) {
			in = append(in, s)
		} else {
			out = append(out, s)
		}
	}
	return in, out
}

// crossValidate says how well the pages of each fold come out by its model.
func crossValidate(pages []goldPage, samples []*sample, models []*content.Model) ([]score.Table, error) {
	results := make([]result, len(pages))
	err := eachPage(pages, func(i int, p reading) {
		results[i] = judge(samples[i], models[fold(pages[i].site, len(models))], p)
	})
	return []score.Table{contentTable(samples, results), confidenceTable(samples, results), segmentTable(results)}, err
}

// result is how well a page came out.
type result struct {
	f1, precision, recall, confidence float64
	segments                          *tally // instead of the figures, for a page of which only segments are known
}

// judge reads a page by m, which has no say where a conversation is the main content.
func judge(s *sample, m *content.Model, p reading) (r result) {
	chosen := m.Select(p.Index, p.ctx)
	var text []byte
	for _, span := range chosen.Selection {
		text = append(text, p.AppendText(nil, span.First, span.Last)...)
		text = append(text, ' ')
	}
	if p.ctx.Thread {
		text = []byte(p.talk)
	}
	if s.segments != nil {
		t := s.segments.count(string(text))
		return result{segments: &t}
	}
	numbers := lexicon{}
	words, _ := splitWords(string(text))
	gold, _ := splitWords(s.goldPage.text)
	r.f1, r.precision, r.recall = bagF1(numbers.ids(words), numbers.ids(gold))
	r.confidence = chosen.Confidence
	return r
}
