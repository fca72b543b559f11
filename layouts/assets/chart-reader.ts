// What a live chart tells of the thing pointed at: a row of the table under the
// chart, finished by the generator. Nothing here makes a text, and every text is
// put into the page as text.
import type { EChartsCoreOption, ECharts } from 'echarts/core';
import type { Zoom } from './chart-zoom';

/** Spot is a row of the table and a cell of it, or -1 for all of its cells. */
type Spot = [row: number, cell: number];

export interface Table {
  columns: string[];
  rows: string[][];
  /** What the items of each series are; without them the first is the first row, and so on. */
  spots?: Spot[][];
  /** How a part of the chart is seen by itself, where that can be done. */
  hints?: { keys: string; mouse: string; touch: string };
}

/** Told is what is said of a thing: its name, and values with what they are. */
export interface Told {
  head: string;
  values: { name: string; value: string; color?: string }[];
}

interface Series {
  type?: string;
  name?: string;
  data?: unknown[];
  texts?: string[];
  itemStyle?: { color?: string };
  emphasis?: object;
}

interface Axis {
  type?: string;
  breakArea?: object;
}

interface Item {
  seriesIndex?: number;
  dataIndex?: number;
  name?: string;
  dataType?: string;
}

const list = <T>(value: unknown): T[] => (value === undefined ? [] : Array.isArray(value) ? value : [value as T]);

/** The height of a tooth where an axis is torn: the middle of what ECharts chooses from. */
const tooth = 12;

/** The parts of a whole beside the one pointed at. What is written in the middle stays. */
const fainter = { itemStyle: { opacity: 0.4 }, label: { opacity: 1 } };

/** spoken is what is told, as a sentence to be heard. */
export function spoken({ head, values }: Told): string {
  const written = values.map(({ name, value }) => (name ? `${name} ${value}` : value)).join('; ');
  return written ? `${head}: ${written}` : head;
}

/** shown is what is told, as a part of the page, with a hint of what can be done. */
function shown({ head, values }: Told, hint?: string): HTMLElement {
  const told = element('div', 'told', element('p', 'head', head));
  for (const { name, value, color } of values) {
    const line = element('p', '', element('b', '', value));
    if (name) line.prepend(element('span', '', name), ' ');
    if (color) {
      const key = element('i', 'key');
      key.style.background = color;
      line.prepend(key);
    }
    told.append(line);
  }
  if (hint) told.append(element('p', 'hint', hint));
  return told;
}

function element(tag: string, name: string, ...content: (string | Node)[]): HTMLElement {
  const e = document.createElement(tag);
  e.className = name;
  e.append(...content);
  return e;
}

/** Reader goes through the chart of an option and tells what is in it. */
export class Reader {
  readonly option: EChartsCoreOption;
  private readonly series: Series[];
  /** The axis along which things lie one after another, if there is one. */
  private readonly along: 'x' | 'y' | undefined;
  /** Whether the chart is of the parts of a whole, each of them a row of the table. */
  private readonly whole: boolean;
  private readonly names: string[]; // of what the legend can hide
  private readonly items: Item[]; // in the order of reading
  private at = -1;

  constructor(
    private readonly chart: ECharts,
    option: EChartsCoreOption,
    private readonly table: Table,
    private readonly zoom?: Zoom,
  ) {
    this.series = list<Series>(option.series);
    this.along = this.findAxis(option);
    this.whole = this.series.every(({ type }) => type === 'pie');
    // The parts of a whole are written with their shares: none can be left out.
    this.names = this.whole || !option.legend ? [] : this.series.flatMap(({ name }) => name || []);
    this.option = this.dress(option);
    this.items = this.order();
    if (this.names.length) chart.on('legendselectchanged', (e) => this.withoutSums((e as { selected: Record<string, boolean> }).selected));
  }

  /** step goes on by so many things, shows the one that it comes to and returns what it is. */
  step(by: number): Told {
    const last = this.items.length - 1;
    this.at = this.at < 0 && by > 0 && by < Infinity ? 0 : Math.min(Math.max(this.at + by, 0), last);
    const item = this.items[this.at] ?? {};
    this.zoom?.reveal(this.timeOf(item));
    const where = this.along ? this.middleOf(item) : { seriesIndex: 0, ...item };
    this.chart.dispatchAction({ type: 'showTip', ...where });
    return this.tell(item);
  }

  /** toggle hides a series or shows it again, and returns the names of those that are seen. */
  toggle(series: number): string | undefined {
    const name = this.names[series];
    if (name === undefined) return undefined;
    this.chart.dispatchAction({ type: 'legendToggleSelect', name });
    const selected = Object.assign({}, ...list<{ selected: object }>(this.chart.getOption().legend).map((l) => l.selected));
    return this.names.filter((n) => selected[n] !== false).join('; ');
  }

  private findAxis(option: EChartsCoreOption): 'x' | 'y' | undefined {
    if (!this.series.every(({ type }) => type === 'bar' || type === 'line')) return undefined;
    const inOrder = (axes: unknown): boolean => ['category', 'time'].includes(list<Axis>(axes)[0]?.type ?? '');
    return inOrder(option.xAxis) ? 'x' : inOrder(option.yAxis) ? 'y' : undefined;
  }

  /** dress adds what a picture does not need: what is told, and how things pointed at look. */
  private dress(option: EChartsCoreOption): EChartsCoreOption {
    for (const series of this.series) {
      if (this.whole) Object.assign(series, { emphasis: { scale: false, focus: 'self', itemStyle: { color: 'inherit' } }, blur: fainter });
      else if (this.table.spots && !this.along && series.type !== 'line') series.emphasis = { itemStyle: { color: 'inherit', borderColor: 'var(--chart-ink)' } };
      else series.emphasis = { disabled: true };
    }
    for (const legend of list<object>(option.legend)) {
      Object.assign(legend, { selectedMode: this.names.length > 0, inactiveColor: 'var(--chart-muted)', inactiveBorderColor: 'var(--chart-grid)' });
    }
    for (const { breakArea } of [...list<Axis>(option.xAxis), ...list<Axis>(option.yAxis)]) {
      // The tear is as it was drawn, not by chance, and stays: the bars were measured for it.
      if (breakArea) Object.assign(breakArea, { zigzagMinSpan: tooth, zigzagMaxSpan: tooth, expandOnClick: false });
    }
    const lines = this.series.some(({ type }) => type === 'line');
    return {
      ...option,
      tooltip: {
        trigger: this.along ? 'axis' : 'item',
        formatter: (items: unknown) => {
          const told = this.tell(list<Item>(items)[0] ?? {});
          if (!told.head && !told.values.length) return '';
          return this.zoom?.all && this.at < 0 ? shown(told, this.hint()) : shown(told);
        },
        axisPointer: {
          type: lines ? 'line' : 'shadow',
          lineStyle: { color: 'var(--chart-muted)', type: 'solid' },
          shadowStyle: { color: 'var(--chart-ink)', opacity: 0.07 },
        },
        confine: true, // within the chart; and without an arrow, whose style would be written into the page
        transitionDuration: 0,
        padding: 0,
        borderWidth: 0,
        backgroundColor: 'transparent',
        extraCssText: 'box-shadow: none; will-change: auto', // or else the text is blurred where the chart is scaled
      },
    };
  }

  /** hint says how to see a part of the chart, to a hand with a mouse and to one without. */
  private hint(): string | undefined {
    return this.table.hints?.[matchMedia('(pointer: coarse)').matches ? 'touch' : 'mouse'];
  }

  /** order is that of the table, or else of the chart; along an axis, one thing for each row. */
  private order(): Item[] {
    if (!this.table.spots && !this.along) {
      const data = list<{ name?: string; children?: unknown }>(this.series[0]?.data);
      if (data.some(({ children }) => children)) return this.table.rows.map(([name = '']) => ({ name }));
      return data.map(({ name = '' }, dataIndex) => ({ dataIndex, name }));
    }
    const items = this.series.flatMap(({ data }, seriesIndex) => list(data).map((_, dataIndex) => ({ seriesIndex, dataIndex })));
    const place = (item: Item): number => {
      const [row, cell] = this.spot(item);
      return row * 1000 + cell;
    };
    const seen = new Set<number>();
    // What is no row of the table, such as an axis drawn as a line, is passed over.
    const rows = items.filter((item) => this.spot(item)[0] >= 0);
    const bare = ({ seriesIndex = 0 }: Item): number => Number(this.series[seriesIndex]?.type === 'line');
    return rows.sort((a, b) => place(a) - place(b) || bare(a) - bare(b)).filter((item) => !seen.has(place(item)) && seen.add(place(item)));
  }

  private tell(item: Item): Told {
    const [at, only] = this.spot(item);
    const [head = '', ...cells] = this.table.rows[at] ?? this.named(item);
    const values = cells.map((value, i) => {
      const column = this.table.columns[i + 1] ?? '';
      const color = this.names.length > 1 ? this.series.find(({ name }) => name === column)?.itemStyle?.color : undefined;
      return { name: cells.length > 1 ? column : '', value, color };
    });
    return { head, values: values.filter(({ value }, i) => value && (only < 0 || i === only)) };
  }

  /** spot is what a thing is in the table; in a row of -1, where it has no place there. */
  private spot({ seriesIndex = 0, dataIndex = 0 }: Item): Spot {
    if (this.table.spots) return this.table.spots[seriesIndex]?.[dataIndex] ?? [-1, -1];
    return [this.along || this.whole ? dataIndex : -1, -1];
  }

  /**
   * named finds a thing whose place is not known, as in a tree, by its name. What is no
   * row, such as a branch, and what several rows are about has the text that is written
   * at it; of a flow between two things nothing is known.
   */
  private named({ seriesIndex = 0, dataIndex = -1, name = '', dataType }: Item): string[] {
    if (dataType === 'edge') return [];
    const written = this.series[seriesIndex]?.texts?.[dataIndex]?.replaceAll('\n', ' ');
    const rows = this.table.rows.filter(([head]) => head === name.trim());
    return (rows.length === 1 && rows[0]) || [written || name];
  }

  /** middleOf is the place of a row in the middle of a chart with an axis. */
  private middleOf({ seriesIndex = 0, dataIndex = 0 }: Item): { x: number; y: number } {
    const axis = list<Axis>(this.option[`${this.along}Axis`])[0];
    const value = axis?.type === 'time' ? this.timeOf({ seriesIndex, dataIndex }) : dataIndex;
    const there = Number(this.chart.convertToPixel({ [`${this.along}AxisIndex`]: 0 }, value));
    const grid = list<Record<string, unknown>>(this.option.grid)[0] ?? {};
    const middle = (from: string, length: string): number => Number(grid[from]) + Number(grid[length]) / 2;
    return this.along === 'x' ? { x: there, y: middle('top', 'height') } : { x: middle('left', 'width'), y: there };
  }

  /** timeOf is when a thing lies on an axis of time. */
  private timeOf({ seriesIndex = 0, dataIndex = 0 }: Item): number {
    const item = list<{ value?: unknown }>(this.series[seriesIndex]?.data)[dataIndex];
    return Number(list(item?.value)[0]);
  }

  /** withoutSums hides what stacks come to while one of their parts is hidden. */
  private withoutSums(selected: Record<string, boolean>): void {
    const all = this.names.every((name) => selected[name] !== false);
    this.chart.setOption({ series: this.series.map(({ name }) => (name ? {} : { label: { show: all } })) });
  }
}
