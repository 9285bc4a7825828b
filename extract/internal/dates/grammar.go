package dates

// match matches a day with what may stand around it, a weekday and a time of day before or after, at token i, and
// returns the index of the token after it. The year is 0 where the text gives none.
func (r *Reader) match(l *lexer, i int) (m moment, next int, ok bool) {
	if c, j, ok := l.clock(i, false); ok {
		if m, j, ok := r.day(l, l.join(j)); ok {
			m.setClock(c)
			return m, j, true
		}
	}
	m, i, ok = r.day(l, i)
	if !ok || m.hour != unset {
		return m, i, ok
	}
	if c, j, ok := l.clock(l.join(i), true); ok && m.day != 0 {
		m.setClock(c)
		return m, j, true
	}
	return m, i, true
}

// join skips what stands between a day and a time of day: "at", a comma, a dash, a bullet.
func (l *lexer) join(i int) int {
	for n := 0; n < 4; n++ {
		t := l.at(i)
		if !t.has(label|atTime|article) && !(t.kind == mark && isJoin(t.value)) {
			break
		}
		i++
	}
	return i
}

func isJoin(c rune) bool {
	switch c {
	case ',', '.', '-', '–', '—', '|', '•', '·', '@', '/', ';', ':', '、', '(', '~', '»', '∙', '⋅':
		return true
	}
	return false
}

// day matches a calendar day with its weekday before or after it.
func (r *Reader) day(l *lexer, i int) (m moment, next int, ok bool) {
	if l.at(i).weekday != 0 {
		// "mar" is a weekday before a day and a month name of its own.
		if m, next, ok = r.calendar(l, l.afterWeekday(i)); ok {
			return m, next, true
		}
	}
	m, i, ok = r.calendar(l, i)
	if !ok {
		return m, i, false
	}
	j := i
	for t := l.at(j); t.is(',') || t.is('(') || t.is('[') || t.is('.'); t = l.at(j) {
		j++
	}
	if l.at(j).weekday != 0 {
		j++
		for t := l.at(j); t.is(')') || t.is(']') || t.is('.') && !t.space; t = l.at(j) {
			j++
		}
		i = j
	}
	return m, i, true
}

func (l *lexer) afterWeekday(i int) int {
	for i++; i < maxTokens; i++ {
		t := l.at(i)
		if !t.has(label|article|atTime) && !(t.kind == mark && isJoin(t.value)) && !t.is(')') {
			break
		}
	}
	return i
}

// calendar matches a calendar day, or a month of a year.
func (r *Reader) calendar(l *lexer, i int) (m moment, next int, ok bool) {
	t := l.at(i)
	if t.has(article) && t.month == 0 {
		i++
		t = l.at(i)
	}
	switch {
	case t.kind == number && t.width == 4:
		return l.yearFirst(i)
	case t.kind == number && t.width <= 2:
		if m, next, ok = r.numeric(l, i); ok {
			return m, next, true
		}
		if m, next, ok = l.dayFirst(i); ok {
			return m, next, true
		}
		return r.monthDay(l, i)
	case t.month != 0:
		return l.monthFirst(i)
	}
	return m, i, false
}

// yearFirst matches 2013-06-14, 2013. 06. 14., 2013年6月14日, 2013. június 14., 2013 June 14, and the month alone where
// it is named.
func (l *lexer) yearFirst(i int) (m moment, next int, ok bool) {
	year := int(l.at(i).value)
	i++
	t := l.at(i)
	separator := rune(0)
	switch {
	case t.has(yearMark):
		i++
	case isSeparator(t), t.is('•'), t.is('·'):
		separator = t.value
		i++
	case t.is(','):
		i++
	}
	t = l.at(i)
	if t.month != 0 {
		return l.yearMonthName(year, i)
	}
	if !l.shortNumber(i) {
		return m, i, false
	}
	return l.yearMonthNumber(year, i, separator)
}

// yearMonthNumber matches what follows a year and its separator, 0 if there is none, from a month's number on.
func (l *lexer) yearMonthNumber(year, i int, separator rune) (m moment, next int, ok bool) {
	month, t := l.at(i), l.at(i+1)
	m = on(year, month.part(), 0)
	switch {
	case t.has(monthMark):
		if l.at(i+2).kind != number || !l.at(i+3).has(dayMark) {
			return m, i + 2, true
		}
		m.day = l.at(i + 2).part()
		return m, i + 4, true
	case separator != 0 && t.is(separator) && l.shortNumber(i+2):
		m.day = l.at(i + 2).part()
		i += 3
		if separator == '.' {
			i = l.stop(i)
		}
		return m, i, true
	case separator == 0 && !l.running && month.width+t.width == 4 && t.kind == number:
		m.day = t.part() // 2013 06 14
		return m, i + 2, true
	}
	return m, i, false
}

// yearMonthName matches what follows a year from a month's name on.
func (l *lexer) yearMonthName(year, i int) (m moment, next int, ok bool) {
	month := int(l.at(i).month)
	i++
	j := i
	if t := l.at(j); isSeparator(t) || t.is(',') {
		j++
	}
	d := l.at(j)
	if d.kind != number || d.width > 2 || l.at(j+1).is(':') {
		return on(year, month, 0), i, true
	}
	j = l.afterDay(j)
	return on(year, month, d.part()), j, true
}

// dayFirst matches 14 June 2013, 14th of June, 14-Jun-2013, 14. Juni '13, and 6月14日.
func (l *lexer) dayFirst(i int) (m moment, next int, ok bool) {
	day := l.at(i)
	if l.at(i + 1).has(monthMark) {
		if d := l.at(i + 2); d.kind == number && l.at(i+3).has(dayMark) {
			return on(0, day.part(), d.part()), i + 4, true
		}
		return m, i, false
	}
	i = l.afterDay(i)
	tight := isDash(l.at(i))
	if tight {
		i++
	}
	i = l.ofs(i)
	month := l.at(i)
	if month.month == 0 {
		return m, i, false
	}
	i++
	m = on(0, int(month.month), day.part())
	if year, j, ok := l.year(i, tight); ok {
		m.year = year
		return m, j, true
	}
	if american, _, ok := l.monthFirst(i - 1); ok && american.year != 0 && american.day != 0 {
		return m, i, false // "12 June 14, 2013": the number before is of something else
	}
	i = l.stop(i)
	return m, i, true
}

// monthFirst matches June 14, 2013, Jun 14th '13, Jun-14-2013, June 2013, and ctime's Jun 14 09:30:05 2013.
func (l *lexer) monthFirst(i int) (m moment, next int, ok bool) {
	month := int(l.at(i).month)
	i++
	if year, j, ok := l.year(i, false); ok && l.at(j-1).width == 4 {
		return on(year, month, 0), j, true
	}
	i = l.stop(i)
	tight := isDash(l.at(i))
	if tight {
		i++
	}
	i = l.articles(i)
	day := l.at(i)
	if day.kind != number || day.width > 2 {
		return m, i, false
	}
	m = on(0, month, day.part())
	i = l.afterDay(i)
	if year, j, ok := l.year(i, tight); ok {
		m.year = year
		return m, j, true
	}
	if c, j, ok := l.clock(l.join(i), true); ok {
		if y := l.at(l.join(j)); y.kind == number && y.width == 4 {
			m.year = int(y.value)
			next = l.zone(&c, l.join(j)+1)
			m.setClock(c)
			return m, next, true
		}
	}
	return m, i, true
}

// afterDay skips a day's number with its ordinal ending: 14th, 1er, 14.
func (l *lexer) afterDay(i int) int {
	i++
	switch t := l.at(i); {
	case t.space:
	case t.has(ordinal), t.is('.'), t.is('°'), t.has(dayMark):
		i++
	}
	return i
}

// ofs skips "of", "de", "d'" between the day, the month and the year.
func (l *lexer) ofs(i int) int {
	for n := 0; n < 2 && l.at(i).has(of); n++ {
		i++
		if isApostrophe(l.at(i)) {
			i++
		}
	}
	return i
}

func (l *lexer) articles(i int) int {
	if l.at(i).has(article) {
		i++
	}
	return i
}

// year matches the year behind a month or day: four digits, or two with an apostrophe, or two that no other number
// or clock can be. tight says that dashes or strokes hold the date together.
func (l *lexer) year(i int, tight bool) (year, next int, ok bool) {
	for n := 0; n < 2; n++ {
		if t := l.at(i); t.is(',') || t.is('.') || tight && isDash(t) {
			i++
		}
	}
	i = l.ofs(i)
	short := tight
	if isApostrophe(l.at(i)) {
		short = true
		i++
	}
	t := l.at(i)
	switch {
	case t.kind != number:
		return 0, i, false
	case t.width == 4:
		year = int(t.value)
	case t.width == 2 && (short || l.bareYear(i)):
		year = century(int(t.value))
	default:
		return 0, i, false
	}
	i++
	if l.at(i).has(yearMark) {
		i++
		i = l.stop(i)
	}
	return year, i, true
}

// bareYear says that a number of two digits behind a day is a year and no hour or count: nothing follows but a
// whole time of day.
func (l *lexer) bareYear(i int) bool {
	if l.running {
		return false
	}
	t := l.at(i + 1)
	if t.kind == end {
		return true
	}
	_, _, ok := l.clock(l.join(i+1), true)
	return ok && !t.is(':') && !(t.is('.') && !t.space)
}

// numeric matches three numbers with the same separator, none of them known to be the year by its length but maybe
// the last: 14.06.2013, 6/14/13.
func (r *Reader) numeric(l *lexer, i int) (m moment, next int, ok bool) {
	a, sep, b, c := l.at(i), l.at(i+1), l.at(i+2), l.at(i+4)
	if !isSeparator(sep) || b.kind != number || b.width > 2 || !l.at(i+3).is(sep.value) {
		return m, i, false
	}
	i += 4
	if isApostrophe(c) {
		i++
		c = l.at(i)
	}
	if c.kind != number || c.width != 4 && c.width != 2 {
		return m, i, false
	}
	if c.width == 2 && !l.shortDate(a, sep, b, c) {
		return m, i, false
	}
	i++
	if t := l.at(i); t.is(sep.value) && !t.space && l.at(i+1).kind == number && !l.at(i+1).space {
		return m, i, false // a version, an address, a telephone number
	}
	m, ok = r.order(sep.value, c.width == 4).arrange(a, b, c)
	if t := l.at(i); t.has(yearMark) {
		i++
		i = l.stop(i)
	}
	return m, i, ok
}

// monthDay matches a month and a day before a time of day, 06-14 21:30, as pages that write the year first leave it out.
func (r *Reader) monthDay(l *lexer, i int) (m moment, next int, ok bool) {
	month, sep, day := l.at(i), l.at(i+1), l.at(i+2)
	if !isDash(sep) || day.kind != number || day.width > 2 || r.order(sep.value, false) != YearFirst {
		return m, i, false
	}
	if _, _, ok := l.clock(l.join(i+3), true); !ok {
		return m, i, false
	}
	return on(0, month.part(), day.part()), i + 3, true
}

// shortDate says that three numbers with the last of two digits are a date and no version or score: "7.4.30" is not.
func (l *lexer) shortDate(a, sep, b, c *token) bool {
	if sep.space || b.space || c.space {
		return false
	}
	wide := a.width + b.width
	return sep.is('/') || wide == 4 || wide == 3 && !l.running
}

// stop skips the full stop of an abbreviation.
func (l *lexer) stop(i int) int {
	if t := l.at(i); t.is('.') && !t.space {
		i++
	}
	return i
}

// isSeparator says that the token parts the numbers of a date.
func isSeparator(t *token) bool { return t.is('.') || isDash(t) }

func isDash(t *token) bool {
	return t.is('-') || t.is('/') || t.is('‐') || t.is('‑') || t.is('−')
}

func isApostrophe(t *token) bool { return t.is('\'') || t.is('’') || t.is('‘') || t.is('`') }
