// A chart in a frame on another site tells the page around it how high it is,
// whenever that changes, so that the frame fits. The page learns nothing else.
function tell(): void {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  window.parent.postMessage({ svod: 'height', height }, '*');
}

if (window.parent !== window) {
  new ResizeObserver(tell).observe(document.body);
}
