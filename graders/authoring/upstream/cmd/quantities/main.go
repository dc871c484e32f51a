// What a text is as a quantity, in billionths of its unit, or that it is none.
package main

import (
	"math/big"

	"gopkg.in/inf.v0"
	"k8s.io/apimachinery/pkg/api/resource"
	"timonel/upstream/internal/lines"
)

func main() {
	lines.Answer(func(text string) *string {
		quantity, err := resource.ParseQuantity(text)
		if err != nil {
			return nil
		}
		nanos := new(inf.Dec).Mul(quantity.AsDec(), inf.NewDecBig(big.NewInt(1_000_000_000), 0))
		rounded := new(inf.Dec).Round(nanos, 0, inf.RoundExact)
		if rounded == nil {
			rounded = new(inf.Dec).Round(nanos, 0, inf.RoundUp)
		}
		said := rounded.UnscaledBig().String()
		return &said
	})
}
