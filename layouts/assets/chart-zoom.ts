// A living chart along time can be seen in part, where its points are too close to be
// told apart: with Ctrl and the wheel, with two fingers, with the keys + and −. What
// stands at the axis then was written by the generator, as everything else.
import type { EChartsCoreOption, ECharts } from 'echarts/core';

/** Tick is a place on the axis, in milliseconds, and what stands there. */
type Tick = [at: number, text: string];

/** Ticks are those of the dates themselves, then of each pace, from the densest. */
export type Ticks = [own: Tick[], ...paces: Tick[][]];

interface Axis {
  min: number;
  max: number;
  texts: Record<string, string>;
  axisLabel: { customValues: number[]; fontSize: number };
}

type Span = [from: number, to: number];

const first = <T>(value: unknown): T => (Array.isArray(value) ? value[0] : value) as T;

export class Zoom {
  private readonly axis: Axis;
  private readonly whole: Span;
  private readonly left: number;
  private readonly width: number;
  private readonly series: object[];
  private readonly drawn: Tick[]; // what stands at the axis when the whole time is seen
  private seen: Span;
  /** What the keys zoom in on: the thing read last, or at first the two that are closest. */
  private at: number;
  /** The shortest time that is seen: the two closest are both dated in it. */
  private readonly least: number;

  /** The option must not be revived yet. */
  constructor(
    private readonly chart: ECharts,
    option: EChartsCoreOption,
    private readonly ticks: Ticks,
  ) {
    this.axis = first<Axis>(option.xAxis);
    this.whole = [this.axis.min, this.axis.max];
    this.seen = this.whole;
    const grid = first<Record<'left' | 'width', string>>(option.grid);
    [this.left, this.width] = [Number(grid.left), Number(grid.width)];
    this.series = option.series as object[];
    this.drawn = this.axis.axisLabel.customValues.map((at) => [at, this.axis.texts[at] ?? '']);
    const days = ticks[0].map(([at]) => at);
    const gaps = days.slice(1).map((day, i) => day - (days[i] ?? 0));
    const nearest = Math.min(...gaps);
    this.at = (days[gaps.indexOf(nearest)] ?? 0) + nearest / 2;
    this.least = (nearest * this.width) / (Math.max(...ticks[0].map(([, text]) => this.room(text))) + 1);
    option.dataZoom = [
      {
        type: 'inside',
        filterMode: 'none',
        zoomOnMouseWheel: 'ctrl',
        preventDefaultMouseMove: false, // a finger goes on scrolling the page
        minValueSpan: this.least,
      },
    ];
    chart.on('datazoom', () => this.follow());
    chart.getZr().on('dblclick', () => this.show(this.whole));
    // ECharts would keep the page from scrolling, whether it zooms or not.
    const scroll = (event: WheelEvent): void => {
      if (!event.ctrlKey) event.stopPropagation();
    };
    chart.getDom().addEventListener('wheel', scroll, { capture: true, passive: true });
    // Two fingers that begin beside the axis would scroll the page first, and zoom then.
    const pinch = (event: TouchEvent): void => {
      if (event.touches.length > 1 && event.cancelable) event.preventDefault();
    };
    chart.getDom().addEventListener('touchmove', pinch, { capture: true, passive: false });
  }

  /** all reports whether the whole time is seen. */
  get all(): boolean {
    return this.seen[1] - this.seen[0] > (this.whole[1] - this.whole[0]) * 0.999; // pixels are not exact
  }

  /** press does what a key asks for, and returns the first and the last date that are seen then. */
  press(key: string): string | undefined {
    const [from, to] = this.seen;
    if (key === '0') this.show(this.whole);
    else if (key === '+' || key === '=') this.around(this.middle(), (to - from) / 2);
    else if (key === '-' || key === '−') this.around(this.middle(), (to - from) * 2);
    else return undefined;
    const texts = this.within(this.ticks[0]).map(([, text]) => text);
    return [...new Set([texts[0], texts.at(-1)])].join(' – ');
  }

  /** reveal moves what is seen to the thing that is read, if it is not seen. */
  reveal(at: number): void {
    this.at = at;
    const [from, to] = this.seen;
    if (at < from || at > to) this.around(at, to - from);
  }

  /** middle is what is zoomed in on, together with a neighbour that is as close as can be told apart. */
  private middle(): number {
    const days = this.ticks[0].map(([at]) => at);
    const near = days.find((day) => day !== this.at && Math.abs(day - this.at) < this.least);
    return near !== undefined && days.includes(this.at) ? (this.at + near) / 2 : this.at;
  }

  /** around shows so much time about a place, and never more than there is. */
  private around(at: number, span: number): void {
    const [least, most] = this.whole;
    const length = Math.min(span, most - least);
    const from = Math.min(Math.max(at - length / 2, least), most - length);
    this.show([from, from + length]);
  }

  private show([startValue, endValue]: Span): void {
    this.chart.dispatchAction({ type: 'dataZoom', startValue, endValue });
  }

  /** follow writes what belongs at the axis now. Lines end at its ends, unless it is whole. */
  private follow(): void {
    const at = (x: number): number => Number(this.chart.convertFromPixel({ xAxisIndex: 0 }, x));
    this.seen = [at(this.left), at(this.left + this.width)];
    const ticks = this.all ? this.drawn : this.fitting();
    const customValues = ticks.map(([place]) => place);
    Object.assign(this.axis.texts, Object.fromEntries(ticks)); // a year is 2025 here and 01.2025 among months
    this.chart.setOption({
      xAxis: [{ axisLabel: { customValues }, axisTick: { customValues } }],
      series: this.series.map(() => ({ clip: !this.all })),
    });
  }

  private within(ticks: Tick[]): Tick[] {
    return ticks.filter(([at]) => at >= this.seen[0] && at <= this.seen[1]);
  }

  /** fitting are the densest ticks that have room, or as many dates as have. */
  private fitting(): Tick[] {
    for (const ticks of this.ticks) {
      const seen = this.framed(ticks);
      if (seen.length > 0 && this.spaced(seen).length === seen.length) return seen;
    }
    return this.spaced(this.framed(this.ticks[0]));
  }

  /**
   * framed are the ticks that are seen and whose texts lie within the chart. Those of a
   * pace keep off the scale beside the axis, too: another is as good.
   */
  private framed(ticks: Tick[]): Tick[] {
    const begin = ticks === this.ticks[0] ? 0 : this.left;
    return this.within(ticks).filter(([at, text]) => {
      const middle = this.left + this.place(at);
      const half = this.room(text) / 2;
      return middle - half >= begin && middle + half <= this.chart.getWidth();
    });
  }

  private place(at: number): number {
    return ((at - this.seen[0]) / (this.seen[1] - this.seen[0])) * this.width;
  }

  /** spaced leaves out ticks that would touch the one before. */
  private spaced(ticks: Tick[]): Tick[] {
    let end = -Infinity;
    return ticks.filter(([at, text]) => {
      const middle = this.place(at);
      const half = this.room(text) / 2;
      if (middle - half < end) return false;
      end = middle + half;
      return true;
    });
  }

  /** room is what a text of digits and dots takes, with a space, in pixels. */
  private room(text: string): number {
    return (text.length * 0.6 + 1) * this.axis.axisLabel.fontSize;
  }
}
