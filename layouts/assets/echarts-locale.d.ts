// ECharts gives no types for the words that it has in other languages.
declare module 'echarts/lib/i18n/langRU.js' {
  import type { registerLocale } from 'echarts/core';
  const words: Parameters<typeof registerLocale>[1];
  export default words;
}
