package extract

import "github.com/scholia/scholia/extract/internal/rules"

// WithTable puts another table in the place of the platforms.
func WithTable(set *rules.Set) Option {
	return func(o *options) { o.rules, o.withoutPlatforms = append(o.rules, set), true }
}
