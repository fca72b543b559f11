// Charts come alive when a reader reaches for one: points at it for a moment, taps
// it or comes to it with the keyboard. Until then nothing but this file is loaded;
// a pointer on its way elsewhere and a finger that scrolls load nothing. The drawn
// picture stays where anything fails.
import type { Live } from './chart-live';

const moment = 100; // milliseconds

function listen(picture: HTMLElement, address: string): void {
  let at: PointerEvent | undefined; // where the reader points
  let awake = false;
  let pointed = 0;

  const wake = async (): Promise<void> => {
    if (awake) return;
    awake = true;
    const sleep = (): void => void (awake = false);
    try {
      const [{ enliven }, response] = await Promise.all([import('./chart-live'), fetch(address)]);
      enliven(picture, (await response.json()) as Live, sleep, at);
    } catch {
      sleep(); // the network may be back the next time
    }
  };
  const follow = (event: PointerEvent): void => void (at = event);

  picture.addEventListener('pointerenter', (event) => {
    follow(event);
    if (event.pointerType === 'mouse') pointed = setTimeout(wake, moment);
  });
  picture.addEventListener('pointermove', follow);
  picture.addEventListener('pointerleave', (event) => {
    clearTimeout(pointed);
    if (event.pointerType === 'mouse') at = undefined; // a finger stays where it tapped
  });
  picture.addEventListener('pointerup', (event) => {
    follow(event);
    void wake();
  });
  picture.addEventListener('focus', wake);
}

for (const figure of document.querySelectorAll<HTMLElement>('figure[data-chart]')) {
  const picture = figure.querySelector<HTMLElement>('.picture');
  const { chart } = figure.dataset;
  if (!picture || !chart) continue;
  picture.tabIndex = 0;
  picture.setAttribute('role', 'group');
  picture.setAttribute('aria-label', picture.dataset.keys ?? '');
  listen(picture, chart);
}
