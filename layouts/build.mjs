// Builds dist/ from assets/. Two kinds of things come out:
//
//   dist/assets/NAME.HASH.EXT   what readers load, named by its content, with
//                               dist/assets.json leading from NAME.EXT there;
//   dist/chart-ssr.js           what the generator itself runs and reads: ECharts
//   dist/fonts/*.woff           for drawing charts, and the metrics of their text.
//
// To add a stylesheet or a script for readers, add a line to `readers`.
import { build } from 'esbuild';
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const dist = join(here, 'dist');

// Entry points of what readers load, by the name under which templates ask for them.
const readers = {
  'style.css': 'assets/style.css',
  'charts.js': 'assets/charts.ts',
  'icon.svg': 'assets/icon.svg',
  'embed.js': 'assets/embed.ts',
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

// Changes to ECharts in the version that package.json names. A version that reads
// otherwise stops the build.
//
// safer: zrender remembers widths of texts in a plain object, where a text such as
// "__proto__" changes all objects of the page.
const safer = {
  'zrender/lib/core/LRU.js': [['this._map = {};', 'this._map = Object.create(null);', 2]],
};

// leaner: what a picture in a file never needs, and what takes two fifths of the time to
// draw one. Pictures are the same with it and without.
const leaner = {
  // The looks of things pointed at.
  'echarts/lib/util/states.js': [
    ["SPECIAL_STATES = ['emphasis', 'blur', 'select']", 'SPECIAL_STATES = []'],
    ["DISPLAY_STATES = ['normal', 'emphasis', 'blur', 'select']", "DISPLAY_STATES = ['normal']"],
    ['export function enableHoverEmphasis(el, focus, blurScope) {', '$& return;'],
    ['var model = itemModel.getModel([stateName, styleType]);', ''],
    ['state.style = getter ? getter(model) : model[defaultStyleGetterMap[styleType]]();', 'state.style = {};'],
  ],
  'echarts/lib/util/graphic.js': [['export function setTooltipConfig(opt) {', '$& return;']],
  'echarts/lib/core/echarts.js': [
    ['_this._initEvents();', ''],
    ['bindMouseEvent(zr, _this);', ''],
    ['  enableConnect(chart);', ''],
  ],
  // Copies of an option that is drawn once, and of words that nothing changes.
  'echarts/lib/core/locale.js': [['return clone(localeObj);', 'return localeObj;']],
  'echarts/lib/model/OptionManager.js': [
    ['rawOption = clone(rawOption);', ''],
    ['return clone(isRecreate', 'return (isRecreate'],
  ],
  // How far labels of an axis are from its name, where the axis has none. The
  // geometry of a label is made when somebody asks for it.
  'echarts/lib/component/axis/AxisBuilder.js': [
    ['function resetOverlapRecordToShared(cfg, shared, axisModel, labelLayoutList) {', '$& if (!hasAxisName(cfg.axisName)) return;'],
    ['setLabelLayoutDirty(geometry, true);\n    ensureLabelLayoutWithGeometry(geometry);', 'setLabelLayoutDirty(geometry, true);'],
    ['var geometry = ensureLabelLayoutWithGeometry(layout);\n    if', 'var geometry = layout;\n    if'],
  ],
  // About forty properties, each asked of three models, for every text. They are
  // the same for all texts with one option, unless a colour or an opacity is
  // taken from the thing the text belongs to.
  'echarts/lib/label/labelStyle.js': [
    [
      'setTextStyleCommon(textStyle, textStyleModel, opt, isNotNormal, isAttached);\n  specifiedTextStyle',
      `var said = textStyleModel;
  while (said.option == null && said.parentModel) said = said.parentModel;
  var kept = said.option && keptStyles.get(said.option);
  if (kept && kept.attached === isAttached && !(opt && opt.defaultOpacity != null)) {
    extend(textStyle, kept.style);
  } else {
    setTextStyleCommon(textStyle, textStyleModel, opt, isNotNormal, isAttached);
    var color = textStyleModel.getShallow('color');
    if (said.option && color && color !== 'inherit' && color !== 'auto' && !(opt && opt.defaultOpacity != null)) {
      keptStyles.set(said.option, { attached: isAttached, style: extend({}, textStyle) });
    }
  }
  specifiedTextStyle`,
    ],
    ['export function createTextStyle(', 'var keptStyles = new WeakMap();\nexport function createTextStyle('],
  ],
  // One digit is all that a path of a picture is written with, whatever its scale.
  'zrender/lib/svg/graphic.js': [['(scope.compress && getPathPrecision(el)) || 4', 'scope.compress ? 1 : 4']],
};

// lower: text stands half the height of a capital of Golos Text below its middle
// line, as in the pictures of the generator, so that nothing moves when a chart
// comes alive. Browsers do not agree on where the middle of a line is.
const lower = {
  'zrender/lib/svg/graphic.js': [["'dominant-baseline': 'central',", "dy: '0.35em',"]],
};

function changed(changes) {
  return {
    name: 'changed',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/](echarts|zrender)[\\/]lib[\\/]/ }, async ({ path }) => {
        const file = Object.keys(changes).find((name) => path.split(sep).join('/').endsWith('/' + name));
        if (!file) return undefined;
        let contents = await readFile(path, 'utf8');
        for (const [from, to, times = 1] of changes[file]) {
          if (contents.split(from).length !== times + 1) throw new Error(`${file} does not read as expected: ${from}`);
          contents = contents.replaceAll(from, (found) => to.replace('$&', () => found));
        }
        return { contents };
      });
    },
  };
}

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
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [changed({ ...safer, ...lower })],
    loader: { '.svg': 'copy', '.woff2': 'file', '.woff': 'file' },
    legalComments: 'none',
    charset: 'utf8', // Cyrillic letters would take three times as much as escapes
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
    plugins: [changed({ ...safer, ...leaner })],
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
