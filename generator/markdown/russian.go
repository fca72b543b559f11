package markdown

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

var russian = rules{
	quotes: [2][2]string{{"«", "»"}, {"„", "“"}},
	binds:  russianBinds,
}

// russianBinds says after which words, and before which, a line may not end.
// The rules are those of Milchin's handbook of the editor (Справочник издателя и
// автора) as far as a program can tell.
func russianBinds(word, rest []byte) bool {
	if isParticle(rest) {
		return true
	}
	switch last := word[len(word)-1]; {
	case isDigit(last):
		return isThousands(word, rest) || isRussianUnit(wordOf(rest))
	case last == '.':
		return isInitial(word, rest) || isRussianAbbreviation(word, rest)
	case len(word) <= 8 && last >= utf8.RuneSelf:
		return isShort(word) || isSign(word, rest) || isPower(word) && isCurrency(wordOf(rest))
	}
	return false
}

// isShort knows the words that should not hang at the end of a line.
func isShort(word []byte) bool {
	if len(word) > 6 || word[0] != 0xD0 && word[0] != 0xD1 {
		return false
	}
	var folded [6]byte
	switch string(foldCyrillic(folded[:0], word)) {
	case "а", "в", "и", "к", "о", "с", "у", "я",
		"во", "да", "до", "за", "из", "ко", "на", "не", "ни", "но", "об", "от", "по", "со", "то",
		"без", "для", "изо", "над", "обо", "ото", "под", "при", "про":
		return true
	}
	return false
}

// foldCyrillic appends word in small letters, if its letters are Russian.
func foldCyrillic(dst, word []byte) []byte {
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c == 0xD0 && i+1 < len(word) {
			i++
			switch n := word[i]; {
			case 0x90 <= n && n <= 0x9F: // А to П
				dst = append(dst, c, n+0x20)
			case 0xA0 <= n && n <= 0xAF: // Р to Я
				dst = append(dst, 0xD1, n-0x20)
			default:
				dst = append(dst, c, n)
			}
			continue
		}
		dst = append(dst, c)
	}
	return dst
}

// isParticle finds же, ли, бы and their short forms at the start of rest. Nearly
// every word has to pass here, so its first letter is looked at first.
func isParticle(rest []byte) bool {
	if len(rest) < 2 || rest[0] != 0xD0 || rest[1] != 0xB1 && rest[1] != 0xB6 && rest[1] != 0xBB {
		return false
	}
	switch string(wordOf(rest)) {
	case "б", "бы", "ж", "же", "ли", "ль":
		return true
	}
	return false
}

func isSign(word, rest []byte) bool {
	return (string(word) == "№" || string(word) == "§") && isDigit(rest[0])
}

func isPower(word []byte) bool {
	switch string(word) {
	case "тыс", "млн", "млрд", "трлн":
		return true
	}
	return false
}

func isCurrency(word []byte) bool {
	switch string(word) {
	case "₽", "$", "€", "¥", "руб", "евро":
		return true
	}
	return beginsWith(word, "рубл", "доллар", "юан")
}

func isRussianUnit(word []byte) bool {
	switch string(word) {
	case "%", "‰", "°C", "°",
		"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
		"г", "гг", "год", "года", "году", "годом", "годы", "годов", "лет", "ч", "мин",
		"мм", "см", "м", "км", "м²", "м³", "га", "гектаров", "кв", "куб", "кубометров", "л",
		"г/т", "кг", "т", "тонн", "тонны", "кВт", "МВт", "ГВт", "кВт·ч",
		"чел", "человек", "человека", "мест", "места", "шт", "экз", "раз", "раза":
		return true
	}
	return isPower(word) || isCurrency(word) || beginsWith(word, "процент", "тысяч", "миллион", "миллиард", "триллион")
}

// beginsWith finds a word in all its cases.
func beginsWith(word []byte, stems ...string) bool {
	for _, stem := range stems {
		if bytes.HasPrefix(word, []byte(stem)) {
			return true
		}
	}
	return false
}

func isRussianAbbreviation(word, rest []byte) bool {
	switch string(word) {
	case "тыс.":
		return isRussianUnit(wordOf(rest))
	case "г.", "д.", "им.", "п.", "пл.", "пос.", "пр.", "рис.", "с.", "см.", "ст.", "стр.", "т.", "табл.", "тел.", "ул.":
		r, _ := utf8.DecodeRune(rest)
		return unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	return false
}

// isInitial finds В. or В.И. before a capital letter.
func isInitial(word, rest []byte) bool {
	letter, size := utf8.DecodeLastRune(word[:len(word)-1])
	before := word[:len(word)-1-size]
	if !unicode.IsUpper(letter) || len(before) > 0 && before[len(before)-1] != '.' {
		return false
	}
	next, _ := utf8.DecodeRune(rest)
	return unicode.IsUpper(next)
}

// isThousands finds the space inside 1 355 000.
func isThousands(word, rest []byte) bool {
	digits := 0
	for digits < len(word) && isDigit(word[len(word)-1-digits]) {
		digits++
	}
	if digits > 3 || len(rest) < 3 || !isDigit(rest[0]) || !isDigit(rest[1]) || !isDigit(rest[2]) {
		return false
	}
	return len(rest) == 3 || !isDigit(rest[3])
}

// wordOf is the word that text begins with, without the punctuation after it.
// A word too long for any rule is cut.
func wordOf(text []byte) []byte {
	const longest = 24
	text = text[:min(len(text), longest)]
	for i, c := range text {
		switch {
		case c >= utf8.RuneSelf:
			if (c == 0xC2 || c == 0xE2) && startsWithMark(text[i:]) {
				return text[:i]
			}
		case c <= ' ', endsWord[c]:
			return text[:i]
		}
	}
	return text
}

var endsWord = [utf8.RuneSelf]bool{
	'.': true, ',': true, ';': true, ':': true, '!': true, '?': true, ')': true, ']': true, '"': true,
}

func startsWithMark(text []byte) bool {
	r, _ := utf8.DecodeRune(text)
	return r == '\u00a0' || r == '»' || r == '“' || r == '”' || r == '…'
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
