package dates

// clock is a time of day.
type clock struct {
	hour, minute, second int // second unset if not given
	offset               int // minutes east of UTC, unset if not given
}

func (m *moment) setClock(c clock) {
	m.hour, m.minute, m.second, m.offset = c.hour, c.minute, c.second, c.offset
}

// clock matches a time of day at token i with its zone: 9:30, 9.30 pm, 9h30, 9 Uhr, 午後9時30分, 09:30:05.123+02:00.
// dotted says that "9.30" needs nothing else to be a time.
func (l *lexer) clock(i int, dotted bool) (c clock, next int, ok bool) {
	half := l.at(i).role & (am | pm)
	if half != 0 {
		i++
	}
	t := l.at(i)
	if t.kind != number || t.width > 2 {
		return c, i, false
	}
	c = clock{hour: int(t.value), second: unset, offset: unset}
	point, sure := l.at(i+1), true
	switch {
	case (point.is(':') || point.is('.')) && l.twoDigits(i+2):
		sure = point.is(':') || dotted
		c.minute = int(l.at(i + 2).value)
		i = l.seconds(&c, i+3)
	case point.has(hourMark):
		i = l.minutes(&c, i+2)
	case point.has(am | pm):
		i++
	default:
		return c, i, false
	}
	if t := l.at(i); half == 0 && t.has(am|pm) {
		half = t.role & (am | pm)
		i++
	}
	if l.at(i).has(hourMark) {
		i++
		sure = true
	}
	c.to24(half)
	i = l.zone(&c, i)
	return c, i, (sure || half != 0) && c.valid()
}

func (c *clock) valid() bool { return c.hour < 24 && c.minute < 60 && c.second < 60 }

// to24 turns an hour of a half of the day into one of the whole. Hours that cannot be of a half stay.
func (c *clock) to24(half role) {
	switch {
	case half&pm != 0 && c.hour < 12:
		c.hour += 12
	case half&am != 0 && c.hour == 12:
		c.hour = 0
	}
}

// twoDigits says that token i is a number of two digits right behind the token before.
func (l *lexer) twoDigits(i int) bool { return l.twoDigitsAt(i) && !l.at(i).space }

func (l *lexer) twoDigitsAt(i int) bool { t := l.at(i); return t.kind == number && t.width == 2 }

// seconds matches ":05.123" at token i. Fractions are skipped: a Date has none.
func (l *lexer) seconds(c *clock, i int) int {
	if t := l.at(i); !(t.is(':') || t.is('.')) || t.space || !l.twoDigits(i+1) {
		return i
	}
	c.second = int(l.at(i + 1).value)
	i += 2
	if t, f := l.at(i), l.at(i+1); (t.is('.') || t.is(',')) && f.kind == number && !f.space {
		i += 2
	}
	return i
}

// minutes matches "30", "30分", "30分5秒" behind the word for hour.
func (l *lexer) minutes(c *clock, i int) int {
	if l.at(i+1).kind == number {
		i = l.stop(i) // "22 ч. 14 мин."
	}
	t := l.at(i)
	if t.kind != number || t.width > 2 || t.width < 2 && !l.at(i+1).has(minuteMark) {
		return i
	}
	c.minute = int(t.value)
	i++
	if l.at(i).has(minuteMark) {
		i++
	}
	if t := l.at(i); t.kind == number && t.width <= 2 && l.at(i+1).has(secondMark) {
		c.second = int(t.value)
		i += 2
	}
	return i
}

// zone matches Z, +0200, GMT+2, (CEST). The offset is set only by what names one: abbreviations such as CST mean
// several.
func (l *lexer) zone(c *clock, i int) int {
	start := i
	open := l.at(i).is('(') || l.at(i).is('[')
	if open {
		i++
	}
	named := false
	for n := 0; n < 3; n++ {
		t := l.at(i)
		if t.has(utc) {
			c.offset = 0
		} else if !t.has(zone) {
			break
		}
		named = true
		i++
	}
	if offset, j, ok := l.offset(i, named); ok {
		c.offset = offset
		named, i = true, j
	}
	switch {
	case !named:
		return start
	case open && (l.at(i).is(')') || l.at(i).is(']')):
		return i + 1
	case open:
		c.offset = unset
		return start
	case l.at(i).is('('):
		return l.zone(&clock{}, i) // "+0200 (CEST)"
	}
	return i
}

// offset matches +02:00, +0200, and behind the name of a zone also +2.
func (l *lexer) offset(i int, named bool) (east, next int, ok bool) {
	sign, n := l.at(i), l.at(i+1)
	if !sign.is('+') && !sign.is('-') && !sign.is('−') || n.kind != number || n.space {
		return 0, i, false
	}
	switch colon := l.at(i + 2); {
	case n.width == 4:
		east = int(n.value)/100*60 + int(n.value)%100
		next = i + 2
	case n.width <= 2 && colon.is(':') && l.twoDigits(i+3):
		east = int(n.value)*60 + int(l.at(i+3).value)
		next = i + 4
	case n.width <= 2 && (named || n.width == 2 && !sign.space):
		east = int(n.value) * 60
		next = i + 2
	default:
		return 0, i, false
	}
	if east > 14*60 {
		return 0, i, false
	}
	if !sign.is('+') {
		east = -east
	}
	return east, next, true
}
