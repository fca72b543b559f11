// ECharts as the generator runs it, with nothing but what the charts use. The
// generator draws with svod.draw(option, width, height) and gives the metrics of
// the site's fonts through svod.setMeasure.
import { BarChart, HeatmapChart, LineChart, PieChart, ScatterChart } from 'echarts/charts';
import { FunnelChart, GaugeChart } from 'echarts/charts';
import { GridComponent, LegendPlainComponent } from 'echarts/components';
import { init, setPlatformAPI, use } from 'echarts/core';
import { AxisBreak } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { revive } from './chart-option';

// zrender asks for an animation frame when a chart is made. Nothing moves in a
// file, and goja has no timers.
Object.assign(globalThis, { setTimeout: () => 0, clearTimeout: () => undefined });

use([AxisBreak, BarChart, GridComponent, HeatmapChart, LegendPlainComponent, LineChart, PieChart, ScatterChart, SVGRenderer]);

use([FunnelChart, GaugeChart]);

interface SVGPainter {
  renderToString(options: { cssAnimation: boolean; cssEmphasis: boolean }): string;
}

export function setMeasure(width: (text: string, font: string) => number): void {
  setPlatformAPI({ measureText: (text, font) => ({ width: width(text, font ?? '') }) });
}

export function draw(option: string, width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(revive(JSON.parse(option)));
    // As renderToSVGString does, but without rules for what is pointed at.
    const painter = chart.getZr().painter as SVGPainter;
    return painter.renderToString({ cssAnimation: false, cssEmphasis: false });
  } finally {
    chart.dispose();
  }
}
