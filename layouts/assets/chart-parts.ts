// The parts of ECharts that the charts of Svod are made of, for the generator and
// for the browser.
import {
  BarChart, FunnelChart, GaugeChart, HeatmapChart, LineChart, PieChart, SankeyChart, ScatterChart, SunburstChart, TreemapChart,
} from 'echarts/charts';
import { GridComponent, LegendPlainComponent } from 'echarts/components';
import { AxisBreak } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

export const parts = [
  AxisBreak, BarChart, FunnelChart, GaugeChart, GridComponent, HeatmapChart, LegendPlainComponent, LineChart, PieChart,
  SankeyChart, ScatterChart, SunburstChart, SVGRenderer, TreemapChart,
];
