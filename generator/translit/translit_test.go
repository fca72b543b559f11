package translit_test

import (
	"testing"

	"github.com/gosimple/unidecode"

	"example.org/svod/generator/translit"
)

// With what the common table makes of the other letters, addresses are those that a
// Russian would type.
func TestRussian(t *testing.T) {
	for russian, want := range map[string]string{
		"Томская область": "Tomskaya oblast",
		"Южная Якутия":    "Yuzhnaya Yakutiya",
		"Альянс":          "Alyans",
		"подъезд":         "podezd",
		"щёлочь":          "shcheloch",
		"Ёлки":            "Elki",
		"Гагалинский":     "Gagalinskii",
		"Plant 5, café":   "Plant 5, cafe",
	} {
		if got := unidecode.Unidecode(translit.Russian(russian)); got != want {
			t.Errorf("%s is %s, want %s", russian, got, want)
		}
	}
}
