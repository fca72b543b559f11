// A chart alive: Apache ECharts draws the generator's option in the very place of
// the drawn picture, which stays below, not seen, and keeps the box and the words
// for those who do not see.
import { DataZoomInsideComponent, TooltipComponent } from 'echarts/components';
import { init, registerLocale, setPlatformAPI, use, type EChartsCoreOption, type ECharts } from 'echarts/core';
import russian from 'echarts/lib/i18n/langRU.js';
import { revive } from './chart-option';
import { parts } from './chart-parts';
import { Reader, spoken, type Table } from './chart-reader';
import { Zoom, type Ticks } from './chart-zoom';

use([...parts, DataZoomInsideComponent, TooltipComponent]);
registerLocale('RU', russian);

// zrender takes the width of this letter for the height of a line. The generator's
// font gives it as much as its size; a reader's device may have no such letter.
const square = '国';
const pen = document.createElement('canvas').getContext('2d');
setPlatformAPI({
  measureText: (text, font = '') => {
    if (text === square || !pen) return { width: text.length * parseFloat(/[\d.]+(?=px)/.exec(font)?.[0] ?? '12') };
    pen.font = font;
    return pen.measureText(text);
  },
});

interface Size {
  width: number;
  height: number;
  option: EChartsCoreOption;
  /** Where there are any, a part of the chart can be seen by itself. */
  zoom?: Ticks;
}

/** Live is what the generator publishes beside a page for each of its charts. */
export interface Live extends Table {
  wide: Size;
  narrow: Size;
}

type Place = { clientX: number; clientY: number };

const still = matchMedia('(prefers-reduced-motion: reduce)');

/**
 * enliven puts the live chart over the picture, until Escape is pressed; `asleep`
 * is called then. Where `at` is the reader's pointer, what is below it is told. It
 * throws where ECharts does, and leaves the picture as it was.
 */
export function enliven(picture: HTMLElement, live: Live, asleep: () => void, at?: Place): void {
  let stage = new Stage(picture, live);
  const said = document.createElement('p');
  said.className = 'aside';
  said.setAttribute('role', 'status');
  picture.append(said);
  const keys = picture.getAttribute('aria-label') ?? '';
  if (live.hints) picture.setAttribute('aria-label', `${keys} ${live.hints.keys}`);

  const sleep = (): void => {
    resized.disconnect();
    picture.removeEventListener('keydown', pressed);
    said.remove();
    picture.setAttribute('aria-label', keys);
    stage.clear();
    asleep();
  };
  const resized = new ResizeObserver(() => {
    if (stage.fits()) return;
    try {
      stage.clear();
      stage = new Stage(picture, live);
    } catch {
      sleep();
    }
  });
  const pressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape') return sleep();
    const words = stage.press(event.key);
    if (words === undefined) return;
    event.preventDefault();
    said.textContent = words;
  };
  resized.observe(picture);
  picture.addEventListener('keydown', pressed);
  if (at) stage.point(at);
}

/** Stage is the chart in one of its two sizes. */
class Stage {
  private readonly slot: HTMLElement;
  private readonly layer = document.createElement('div');
  private readonly size: Size;
  private readonly chart: ECharts;
  private readonly reader: Reader;
  private readonly zoom: Zoom | undefined;
  private scale = 1;

  constructor(picture: HTMLElement, live: Live) {
    const name = picture.querySelector<HTMLElement>('.wide')?.offsetWidth ? 'wide' : 'narrow';
    this.slot = picture.querySelector<HTMLElement>('.' + name) ?? picture;
    this.size = live[name];
    this.layer.className = 'live';
    this.layer.setAttribute('aria-hidden', 'true'); // the picture below has the words
    this.slot.append(this.layer);
    this.fits();
    const { width, height, zoom } = this.size;
    const option = structuredClone(this.size.option);
    const locale = document.documentElement.lang === 'ru' ? 'RU' : 'EN';
    try {
      this.chart = init(this.layer, null, { renderer: 'svg', width, height, locale });
      if (zoom) {
        this.zoom = new Zoom(this.chart, option, zoom);
        this.layer.classList.add('zoomed');
      }
      this.reader = new Reader(this.chart, revive(option), live, this.zoom);
      this.chart.setOption(this.reader.option);
    } catch (error) {
      this.layer.remove();
      throw error;
    }
    // The first frame is the picture as it was; only what changes from here on moves.
    this.chart.setOption({ animation: !still.matches, animationDurationUpdate: 300 });
    this.slot.classList.add('alive');
  }

  /** fits follows the box of the picture. It is false where the other size is to be shown. */
  fits(): boolean {
    const { offsetWidth } = this.slot;
    if (offsetWidth === 0) return false;
    this.scale = offsetWidth / this.size.width;
    this.layer.style.setProperty('--scale', String(this.scale));
    return true;
  }

  clear(): void {
    this.slot.classList.remove('alive');
    this.chart.dispose();
    this.layer.remove();
  }

  /** point tells what is at a place of the window. */
  point({ clientX, clientY }: Place): void {
    const box = this.layer.getBoundingClientRect();
    const [x, y] = [(clientX - box.left) / this.scale, (clientY - box.top) / this.scale];
    if (x >= 0 && y >= 0) this.chart.dispatchAction({ type: 'showTip', x, y });
  }

  /** press does what a key asks for, and returns what is to be said then. */
  press(key: string): string | undefined {
    const reader = this.reader;
    switch (key) {
      case 'ArrowRight':
        return spoken(reader.step(1));
      case 'ArrowLeft':
        return spoken(reader.step(-1));
      case 'Home':
        return spoken(reader.step(-Infinity));
      case 'End':
        return spoken(reader.step(Infinity));
    }
    return /^[1-9]$/.test(key) ? reader.toggle(Number(key) - 1) : this.zoom?.press(key);
  }
}
