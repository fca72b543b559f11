// An option of Svod is pure JSON. Where ECharts wants a template or a function
// to make a text, the option has the finished text instead, written by the
// generator: `texts` of a series holds the label of each item (of a tree those of
// all nodes, the root first and each branch before its parts), `texts` of an axis
// those of its categories, or leads from a value to its label; `texts` of a legend
// leads from a name to what is written. Text is never a template here, so that
// "{b}" in a name stays "{b}".
import type { EChartsCoreOption } from 'echarts/core';

interface Texts {
  texts?: string[];
  label?: { formatter?: (item: { dataIndex: number }) => string };
  upperLabel?: { formatter?: (item: { dataIndex: number }) => string };
}

interface AxisTexts {
  texts?: string[] | Record<string, string>;
  axisLabel?: { formatter?: (value: string | number, index: number) => string };
}

interface LegendTexts {
  texts?: Record<string, string>;
  formatter?: (name: string) => string;
}

function list<T>(value: T | T[] | undefined): T[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

export function revive(option: EChartsCoreOption): EChartsCoreOption {
  for (const series of list(option.series as Texts | Texts[])) {
    const { texts } = series;
    if (!texts) continue;
    const formatter = (item: { dataIndex: number }) => texts[item.dataIndex] ?? '';
    series.label = { ...series.label, formatter };
    if (series.upperLabel) series.upperLabel = { ...series.upperLabel, formatter };
  }
  for (const name of ['xAxis', 'yAxis']) {
    for (const axis of list(option[name] as AxisTexts | AxisTexts[])) {
      const { texts } = axis;
      if (!texts) continue;
      const formatter = Array.isArray(texts)
        ? (_: string | number, index: number) => texts[index] ?? ''
        : (value: string | number) => texts[String(value)] ?? '';
      axis.axisLabel = { ...axis.axisLabel, formatter };
    }
  }
  for (const legend of list(option.legend as LegendTexts | LegendTexts[])) {
    const { texts } = legend;
    if (texts) legend.formatter = (name) => texts[name] ?? name;
  }
  return option;
}
