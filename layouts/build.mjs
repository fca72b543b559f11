// Builds dist/ from assets/. Two kinds of things come out:
//
//   dist/assets/NAME.HASH.EXT   what readers load, named by its content, with
//                               dist/assets.json leading from NAME.EXT there;
//   dist/chart-ssr.js           what the generator itself runs and reads: ECharts
//   dist/fonts/*.woff           for drawing charts, and the metrics of their text.
//
// To add a stylesheet or a script for readers, add a line to `readers`.
import { build } from 'esbuild';
import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const dist = join(here, 'dist');

// Entry points of what readers load, by the name under which templates ask for them.
const readers = {
  'style.css': 'assets/style.css',
  'icon.svg': 'assets/icon.svg',
};

// Scripts that the generator runs in goja.
const generator = {
  'chart-ssr.js': 'assets/chart-ssr.ts',
};

// The faces that chart text is set in. Each weight comes in a file for each
// script; together they cover what the site's own fonts cover.
const metrics = [
  ['golos-text', [400, 600], ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext']],
];

// Browsers with container queries and color-mix.
const browsers = ['chrome111', 'edge111', 'firefox113', 'safari16.4'];

async function buildReaders() {
  const result = await build({
    absWorkingDir: here,
    entryPoints: Object.values(readers),
    outdir: 'dist/assets',
    outbase: 'assets',
    entryNames: '[name].[hash]',
    chunkNames: '[name].[hash]',
    assetNames: '[name].[hash]',
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: browsers,
    loader: { '.svg': 'copy', '.woff2': 'file', '.woff': 'file' },
    legalComments: 'none',
    metafile: true,
  });
  const names = {};
  for (const output of Object.keys(result.metafile.outputs).sort()) {
    const file = basename(output);
    const [, name, extension] = /^(.+)\.[0-9A-Z]{8}(\.[a-z0-9]+)$/.exec(file);
    names[name + extension] = file;
  }
  await writeFile(join(dist, 'assets.json'), JSON.stringify(names, null, 2) + '\n');
}

async function buildGenerator() {
  await build({
    absWorkingDir: here,
    entryPoints: Object.entries(generator).map(([name, source]) => ({
      in: source,
      out: name.replace(/\.js$/, ''),
    })),
    outdir: 'dist',
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'svod',
    target: 'es2015',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
  });
}

async function copyMetrics() {
  await mkdir(join(dist, 'fonts'), { recursive: true });
  for (const [family, weights, scripts] of metrics) {
    for (const weight of weights) {
      for (const script of scripts) {
        const file = `${family}-${script}-${weight}-normal.woff`;
        await copyFile(join(here, 'node_modules/@fontsource', family, 'files', file), join(dist, 'fonts', file));
      }
    }
  }
}

// The folder stays, with its .gitignore: Go embeds it.
for (const entry of await readdir(dist)) {
  if (entry !== '.gitignore') await rm(join(dist, entry), { recursive: true });
}
await Promise.all([buildReaders(), buildGenerator(), copyMetrics()]);
