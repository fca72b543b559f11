package chart

import "slices"

// apart pushes texts that stand one above the other from where they belong until
// none lies over another: wanted are the middles where they belong and heights
// their heights, in pixels. It returns middles between 0 and most, in the order
// given; together they move as little as can be. The heights must have room.
func apart(wanted, heights []float64, most float64) []float64 {
	order := make([]int, len(wanted))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		switch {
		case wanted[i] < wanted[j]:
			return -1
		case wanted[i] > wanted[j]:
			return 1
		}
		return 0
	})
	// A pile is texts that touch. It stands where the sum of the squares of what
	// its texts are moved is least: tops is the sum of the tops that it would have
	// if each text alone decided.
	type pile struct {
		texts        []int
		height, tops float64
	}
	top := func(p pile) float64 {
		return max(0, min(p.tops/float64(len(p.texts)), most-p.height))
	}
	var piles []pile
	for _, i := range order {
		p := pile{[]int{i}, heights[i], wanted[i] - heights[i]/2}
		for n := len(piles) - 1; n >= 0 && top(piles[n])+piles[n].height > top(p); n-- {
			above := piles[n]
			p = pile{
				append(slices.Clip(above.texts), p.texts...), above.height + p.height,
				above.tops + p.tops - above.height*float64(len(p.texts)),
			}
			piles = piles[:n]
		}
		piles = append(piles, p)
	}
	out := make([]float64, len(wanted))
	for _, p := range piles {
		y := top(p)
		for _, i := range p.texts {
			out[i] = y + heights[i]/2
			y += heights[i]
		}
	}
	return out
}
