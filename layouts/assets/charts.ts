// Charts come alive when a reader reaches for one: points at it, touches it or
// comes to it with the keyboard. Until then nothing but this file is loaded. The
// drawn picture stays where anything fails.
import type { Live } from './chart-live';

// A reach is where the reader's pointer is, where there is one.
type Reach = { clientX: number; clientY: number };

const awake = new WeakSet<Element>();

async function wake(picture: HTMLElement, data: string, reach?: Reach): Promise<void> {
  if (awake.has(picture)) return;
  awake.add(picture);
  try {
    const [{ enliven }, response] = await Promise.all([import('./chart-live'), fetch(data)]);
    if (!response.ok) throw new Error(response.statusText);
    enliven(picture, (await response.json()) as Live, () => awake.delete(picture), reach);
  } catch {
    awake.delete(picture); // the network may be back the next time
  }
}

for (const figure of document.querySelectorAll<HTMLElement>('figure[data-chart]')) {
  const picture = figure.querySelector<HTMLElement>('.picture');
  const data = figure.dataset.chart;
  if (!picture || !data) continue;
  picture.tabIndex = 0;
  picture.role = 'group';
  picture.ariaLabel = picture.dataset.keys ?? '';
  picture.addEventListener('pointerenter', (event) => void wake(picture, data, event));
  picture.addEventListener('focus', () => void wake(picture, data));
}
