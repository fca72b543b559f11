package money

import (
	"maps"
	"slices"
	"unicode"

	"golang.org/x/text/currency"
)

// A word is what a word or sign of an amount means.
type word struct {
	kind     kind
	scale    Scale    // of a unit
	currency Currency // of a currency or a qualifier
	russian  bool     // written in Cyrillic letters
}

type kind int

const (
	unknown   kind = iota
	unit           // млрд
	money          // рублей
	qualifier      // белорусских, США: which of the currencies of one name
	hedge          // не: a part of a hedge such as «не менее»
)

// A Scale is the power of ten that a unit stands for.
type Scale int

// Scales that have a unit of their own.
const (
	One      Scale = 0
	Thousand Scale = 3
	Million  Scale = 6
	Billion  Scale = 9
	Trillion Scale = 12
)

// lexicon holds every word in small letters. It is never changed.
var lexicon = func() map[string]word {
	l := map[string]word{}
	add := func(w word, words ...string) {
		for _, s := range words {
			w.russian = unicode.Is(unicode.Cyrillic, firstRune(s))
			l[s] = w
		}
	}
	decline := func(w word, stem string, endings ...string) {
		for _, e := range endings {
			add(w, stem+e)
		}
	}
	// The cases of миллион, доллар and their like, in both numbers.
	hard := []string{"", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах"}
	soft := []string{"ь", "я", "ю", "ем", "ём", "е", "и", "ей", "ям", "ями", "ях"}
	of := []string{"ий", "ого", "ому", "им", "ом", "ие", "их", "ими"} // of российский

	thousand := word{kind: unit, scale: Thousand}
	add(thousand, "тыс", "к", "k", "thousand", "thousands")
	decline(thousand, "тысяч", "", "а", "и", "е", "у", "ей", "ею", "ью", "ам", "ами", "ах")
	million := word{kind: unit, scale: Million}
	add(million, "млн", "m", "mn", "mln", "million", "millions")
	decline(million, "миллион", hard...)
	billion := word{kind: unit, scale: Billion}
	add(billion, "млрд", "b", "bn", "bln", "billion", "billions")
	decline(billion, "миллиард", hard...)
	trillion := word{kind: unit, scale: Trillion}
	add(trillion, "трлн", "tn", "trn", "trln", "trillion", "trillions")
	decline(trillion, "триллион", hard...)

	rouble := word{kind: money, currency: RUB}
	add(rouble, "₽", "р", "руб", "rub", "ruble", "rubles", "rouble", "roubles")
	decline(rouble, "рубл", soft...)
	dollar := word{kind: money, currency: USD}
	add(dollar, "$", "дол", "долл", "usd", "dollar", "dollars")
	decline(dollar, "доллар", hard...)
	add(word{kind: money, currency: EUR}, "€", "евро", "eur", "euro", "euros")
	yuan := word{kind: money, currency: CNY}
	add(yuan, "¥", "cny", "rmb", "yuan", "yuans", "renminbi")
	decline(yuan, "юан", soft...)
	add(word{kind: money, currency: BYN}, "byn", "br")
	add(word{kind: money, currency: KZT}, "₸", "тг", "тенге", "kzt", "tenge", "tenges")

	russian := word{kind: qualifier, currency: RUB}
	add(russian, "рф", "росс", "russian")
	decline(russian, "российск", of...)
	american := word{kind: qualifier, currency: USD}
	add(american, "сша", "us", "american")
	decline(american, "американск", of...)
	chinese := word{kind: qualifier, currency: CNY}
	add(chinese, "кнр", "cn", "chinese")
	decline(chinese, "китайск", of...)
	belarusian := word{kind: qualifier, currency: BYN}
	add(belarusian, "рб", "бел", "belarusian", "belarus")
	decline(belarusian, "белорусск", of...)
	decline(belarusian, "беларуск", of...)
	kazakh := word{kind: qualifier, currency: KZT}
	add(kazakh, "рк", "kazakh", "kazakhstani")
	decline(kazakh, "казахстанск", of...)

	// Parts of hedges, which say nothing alone; see phrases.
	add(word{kind: hedge}, "не", "чем", "than", "to", "at", "up", "least", "most", "more", "less")
	return l
}()

// Words returns every word that an amount may hold, sorted, for suggestions.
func Words() []string {
	return slices.Sorted(func(yield func(string) bool) {
		for s, w := range maps.All(lexicon) {
			if w.kind != hedge && !yield(s) {
				return
			}
		}
	})
}

// code reads a currency that has no words here by its ISO 4217 code. Only
// capitals count, for small letters make up too many words of English.
func code(s string) (word, bool) {
	if len(s) != 3 || s[0] < 'A' || s[0] > 'Z' || s[1] < 'A' || s[1] > 'Z' || s[2] < 'A' || s[2] > 'Z' {
		return word{}, false
	}
	u, err := currency.ParseISO(s)
	// XXX is the code of no currency, XTS one for tests.
	return word{kind: money, currency: Currency(u.String())}, err == nil && s != "XXX" && s != "XTS"
}
