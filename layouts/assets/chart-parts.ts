// The parts of ECharts that the charts of Svod are made of, for the generator and
// for the browser. The grid is the one without a pointer: a tooltip brings that.
import {
  BarChart, FunnelChart, GaugeChart, HeatmapChart, LineChart, PieChart, SankeyChart, ScatterChart, SunburstChart, TreemapChart,
} from 'echarts/charts';
import { GridSimpleComponent, LegendPlainComponent } from 'echarts/components';
import { AxisBreak } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

export const parts = [
  AxisBreak, BarChart, FunnelChart, GaugeChart, GridSimpleComponent, HeatmapChart, LegendPlainComponent, LineChart, PieChart,
  SankeyChart, ScatterChart, SunburstChart, SVGRenderer, TreemapChart,
];
