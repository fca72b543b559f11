package markdown

var english = rules{
	quotes: [2][2]string{{"“", "”"}, {"‘", "’"}},
	single: true,
	binds:  englishBinds,
}

func englishBinds(word, rest []byte) bool {
	switch last := word[len(word)-1]; {
	case isDigit(last):
		return isEnglishUnit(wordOf(rest))
	case last == '.':
		return isInitial(word, rest) || string(word) == "No." && isDigit(rest[0])
	}
	return false
}

func isEnglishUnit(word []byte) bool {
	switch string(word) {
	case "%", "‰", "°C", "₽", "$", "€", "¥", "RUB", "USD", "EUR", "CNY",
		"thousand", "million", "billion", "trillion", "k", "m", "bn", "tn",
		"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		"mm", "cm", "km", "ha", "kg", "t", "tonnes", "kW", "MW", "GW", "a.m", "p.m", "people", "jobs":
		return true
	}
	return false
}
