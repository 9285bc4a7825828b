package dates

import "unicode/utf8"

// Chinese, Japanese and Korean put marks behind numbers and do not part words, or not always: their terms are looked
// up by the longest that the text goes on with.

// isIdeograph says that the character is of a script whose words are looked up as terms: Han, Kana, Hangul.
func isIdeograph(c rune) bool {
	return c >= 0x3040 && c <= 0x30FF || c >= 0x3400 && c <= 0x9FFF || c >= 0xAC00 && c <= 0xD7A3 || c >= 0xF900 && c <= 0xFAFF
}

// maxTerm is the length of the longest term in characters.
const maxTerm = 5

// ideograph reads the longest known term, or one unknown character.
func (l *lexer) ideograph(t *token) {
	t.kind, t.ideograph = word, true
	var ends [maxTerm]int
	n, pos := 0, l.pos
	for n < maxTerm && pos < len(l.s) {
		c, size := utf8.DecodeRuneInString(l.s[pos:])
		if !isIdeograph(c) {
			break
		}
		pos += size
		ends[n] = pos
		n++
	}
	for n--; n > 0; n-- {
		if s, ok := terms[l.s[l.pos:ends[n]]]; ok {
			t.sense = s
			l.pos = ends[n]
			return
		}
	}
	t.sense = terms[l.s[l.pos:ends[0]]]
	l.pos = ends[0]
}

var terms = func() map[string]sense {
	m := map[string]sense{
		"年": {role: yearMark, unit: years}, "월": {role: monthMark}, "月": {role: monthMark},
		"日": {role: dayMark, unit: days}, "号": {role: dayMark}, "號": {role: dayMark},
		"時": {role: hourMark}, "时": {role: hourMark}, "点": {role: hourMark}, "點": {role: hourMark},
		"分": {role: minuteMark, unit: minutes}, "秒": {role: secondMark, unit: seconds},
		"년": {role: yearMark, unit: years}, "일": {role: dayMark, unit: days},
		"시": {role: hourMark}, "분": {role: minuteMark, unit: minutes}, "초": {role: secondMark, unit: seconds},
		"時間": {unit: hours}, "小时": {unit: hours}, "小時": {unit: hours}, "시간": {unit: hours},
		"分钟": {unit: minutes}, "分鐘": {unit: minutes}, "秒钟": {unit: seconds}, "秒鐘": {unit: seconds},
		"天": {unit: days}, "日間": {unit: days}, "周": {unit: weeks}, "週": {unit: weeks}, "週間": {unit: weeks},
		"星期": {unit: weeks}, "주": {unit: weeks},
		"个月": {unit: months}, "個月": {unit: months}, "ヶ月": {unit: months}, "か月": {unit: months},
		"カ月": {unit: months}, "ヵ月": {unit: months}, "개월": {unit: months}, "달": {unit: months},
		"午前": {role: am}, "上午": {role: am}, "早上": {role: am}, "凌晨": {role: am}, "오전": {role: am},
		"午後": {role: pm}, "午后": {role: pm}, "下午": {role: pm}, "晚上": {role: pm}, "오후": {role: pm},
		"前": {role: agoAfter}, "以前": {role: agoAfter}, "之前": {role: agoAfter}, "전": {role: agoAfter},
		"今日": {role: today}, "今天": {role: today}, "오늘": {role: today},
		"昨日": {role: yesterday}, "昨天": {role: yesterday}, "어제": {role: yesterday},
		"一昨日": {role: earlier}, "おととい": {role: earlier}, "前天": {role: earlier}, "그저께": {role: earlier},
		"半": {role: half}, "반": {role: half}, "数": {role: few}, "几": {role: few}, "幾": {role: few}, "在": {role: atTime}, "中午": {role: pm},
		"刚才": {role: now}, "刚刚": {role: now}, "剛剛": {role: now}, "たった今": {role: now}, "방금": {role: now},
		"约": {role: about}, "約": {role: about}, "약": {role: about},
	}
	addNames(m)
	for _, form := range []string{
		"投稿", "投稿日", "公開", "公開日", "更新", "更新日", "最終更新日", "作成日", "掲載", "日時", "作成", "に",
		"发表于", "發表於", "发布于", "發佈於", "发布", "發佈", "发布时间", "发表", "於", "于", "日期", "时间", "更新于",
		"작성", "작성일", "등록", "등록일", "입력", "수정", "게시",
	} {
		m[form] = sense{role: label}
	}
	return m
}()

// addNames adds the months 一月 to 十二月 and the weekdays 月曜日, 月曜 and 月; 星期一, 周一, 週一 and 礼拜一; 월요일 and 월.
func addNames(m map[string]sense) {
	add := func(term string, weekday int) {
		s := m[term]
		s.weekday = int8(weekday)
		m[term] = s
	}
	for i, c := range []string{"月", "火", "水", "木", "金", "土", "日"} {
		add(c+"曜日", i+1)
		add(c+"曜", i+1)
		add(c, i+1)
	}
	for i, c := range []string{"一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"} {
		m[c] = sense{month: int8(i + 1)}
	}
	for i, c := range []string{"一", "二", "三", "四", "五", "六", "日"} {
		for _, week := range []string{"星期", "周", "週", "礼拜", "禮拜"} {
			add(week+c, i+1)
		}
	}
	add("星期天", 7)
	for i, c := range []string{"월", "화", "수", "목", "금", "토", "일"} {
		add(c+"요일", i+1)
		add(c, i+1)
	}
}
