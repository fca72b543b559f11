package picture

import (
	"fmt"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/dop251/goja"

	"example.org/svod/generator/typeset"
)

// A pool runs ECharts in as many virtual machines as there are processors. The
// script is compiled when the first picture is drawn, and a machine is started
// when all others are busy; none is where everything is in the cache.
type pool struct {
	compile  func() (*goja.Program, error)
	fonts    *typeset.Family
	machines chan *machine // of those not busy; nil is one not started yet
}

// A machine is one goja with ECharts in it. One goroutine uses it at a time.
type machine struct {
	vm   *goja.Runtime
	draw goja.Callable
}

func newPool(script []byte, fonts *typeset.Family) *pool {
	p := &pool{fonts: fonts, machines: make(chan *machine, runtime.GOMAXPROCS(0))}
	p.compile = sync.OnceValues(func() (*goja.Program, error) {
		return goja.Compile("chart-ssr.js", string(script), false)
	})
	for range cap(p.machines) {
		p.machines <- nil
	}
	return p
}

// draw has ECharts draw an option. A machine that failed is thrown away.
func (p *pool) draw(option []byte, width, height float64) (svg string, err error) {
	m := <-p.machines
	defer func() {
		if err != nil {
			m = nil
		}
		p.machines <- m
	}()
	if m == nil {
		if m, err = p.start(); err != nil {
			return "", err
		}
	}
	v, err := m.draw(goja.Undefined(), m.vm.ToValue(string(option)), m.vm.ToValue(width), m.vm.ToValue(height))
	if err != nil {
		return "", fmt.Errorf("picture: ECharts: %w", err)
	}
	return v.String(), nil
}

func (p *pool) start() (*machine, error) {
	program, err := p.compile()
	if err != nil {
		return nil, fmt.Errorf("picture: the script of ECharts: %w", err)
	}
	m := &machine{vm: goja.New()}
	// ECharts looks at the clock to decide how carefully it measures text. The
	// same chart has to be the same picture, however busy the computer is; and the
	// tear in an axis is not to be drawn by chance.
	m.vm.SetTimeSource(func() time.Time { return time.Unix(0, 0) })
	m.vm.SetRandSource(func() float64 { return 0.5 })
	if _, err := m.vm.RunProgram(program); err != nil {
		return nil, fmt.Errorf("picture: the script of ECharts: %w", err)
	}
	exports := m.vm.Get("svod").ToObject(m.vm)
	setMeasure, ok := goja.AssertFunction(exports.Get("setMeasure"))
	if !ok {
		return nil, fmt.Errorf("picture: the script of ECharts has no setMeasure")
	}
	if m.draw, ok = goja.AssertFunction(exports.Get("draw")); !ok {
		return nil, fmt.Errorf("picture: the script of ECharts has no draw")
	}
	if _, err := setMeasure(goja.Undefined(), m.vm.ToValue(p.measure)); err != nil {
		return nil, fmt.Errorf("picture: ECharts: %w", err)
	}
	return m, nil
}

// measure is asked by ECharts for the width of a text in a CSS font, such as
// "600 14px Golos Text".
func (p *pool) measure(text, font string) float64 {
	return p.fonts.Width(text, parseFont(font))
}

// parseFont reads size and weight of a CSS font. The family is always ours.
func parseFont(font string) typeset.Style {
	s := TextStyle
	for word := range strings.FieldsSeq(font) {
		if size, ok := strings.CutSuffix(word, "px"); ok {
			if f, err := strconv.ParseFloat(size, 64); err == nil {
				s.Size = f
			}
		} else if n, err := strconv.Atoi(word); err == nil {
			s.Weight = n
		} else if word == "bold" {
			s.Weight = 700
		}
	}
	return s
}
