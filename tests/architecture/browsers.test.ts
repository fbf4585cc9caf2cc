import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { isTest, listFiles, readText } from './source.ts';

type Versiones = readonly [chrome: number, firefox: number, safari: number];

/**
 * What pages use of a browser that is not in all of them since 2020, and what they may be tempted to, with the first version of
 * each browser that has it (MDN). Without what is `de adorno` a page does and says the same.
 */
const APIS: Record<string, { usa: RegExp; desde: Versiones; adorno?: true }> = {
  'dialog.showModal': { usa: /\.showModal\(/, desde: [37, 98, 15.4] },
  requestSubmit: { usa: /\.requestSubmit\(/, desde: [76, 75, 16] },
  BroadcastChannel: { usa: /new BroadcastChannel/, desde: [54, 38, 15.4] },
  'worker of modules': { usa: /new Worker\(.*'module'/, desde: [80, 114, 15] },
  'WebCrypto in a worker': { usa: /crypto\.subtle/, desde: [37, 48, 10.1] },
  'DataTransfer()': { usa: /new DataTransfer\(/, desde: [60, 62, 14.1] },
  'Array.at': { usa: /\.at\(-?\d/, desde: [92, 90, 15.4] },
  'Array.findLast': { usa: /\.findLast(Index)?\(/, desde: [97, 104, 15.4] },
  'Array.toSorted, toSpliced, with': { usa: /\.to(Sorted|Spliced|Reversed)\(/, desde: [110, 115, 16] },
  'Object.hasOwn': { usa: /Object\.hasOwn\(/, desde: [93, 92, 15.4] },
  'Object.groupBy': { usa: /(Object|Map)\.groupBy\(/, desde: [117, 119, 17.4] },
  'Promise.withResolvers': { usa: /Promise\.withResolvers/, desde: [119, 121, 17.4] },
  'Promise.try': { usa: /Promise\.try\(/, desde: [128, 134, 18.2] },
  'Set methods': { usa: /\.(isSubsetOf|isSupersetOf|symmetricDifference)\(/, desde: [122, 127, 17] },
  'iterator methods': { usa: /\.(values|entries|keys)\(\)\.(map|filter|some|toArray)\(/, desde: [122, 131, 18.4] },
  'Uint8Array.toBase64': { usa: /Uint8Array\.fromBase64|\.toBase64\(/, desde: [140, 133, 18.2] },
  'AbortSignal.any': { usa: /AbortSignal\.any\(/, desde: [116, 124, 17.4] },
  DecompressionStream: { usa: /new (De)?[Cc]ompressionStream/, desde: [80, 113, 16.4] },
  'ARIA as properties': { usa: /\.aria(Busy|Expanded|Label|Current|Live)\b/, desde: [81, 119, 12.1] },
  popover: { usa: /popover[=A-Z]/, desde: [114, 125, 17] },
  'a look behind in expressions': { usa: /\(\?<[!=]/, desde: [62, 78, 16.4] },
  ':has()': { usa: /:has\(/, desde: [105, 121, 15.4] },
  ':is()': { usa: /:is\(/, desde: [88, 78, 14] },
  ':modal': { usa: /:modal\b/, desde: [105, 103, 15.6] },
  ':focus-visible': { usa: /:focus-visible/, desde: [86, 85, 15.4] },
  '@container': { usa: /@container/, desde: [105, 110, 16] },
  '@layer': { usa: /@layer/, desde: [99, 97, 15.4] },
  dvh: { usa: /\ddvh\b/, desde: [108, 101, 15.4] },
  'overflow: clip': { usa: /overflow(-[xy])?: clip/, desde: [90, 81, 16] },
  'accent-color': { usa: /accent-color/, desde: [93, 92, 15.4] },
  'nested rules': { usa: /^\s+&/m, desde: [120, 117, 17.2] },
  'color-mix()': { usa: /color-mix\(/, desde: [111, 113, 16.2] },
  'light-dark()': { usa: /light-dark\(/, desde: [123, 120, 17.5] },
  'text-wrap: balance': { usa: /text-wrap: balance/, desde: [114, 121, 17.5], adorno: true },
  '::details-content': { usa: /::details-content/, desde: [131, 143, 18.4], adorno: true },
  'a picture’s text in content': { usa: /content: "" \/ ""/, desde: [77, 128, 17.4], adorno: true },
};

const NAVEGADORES = ['chrome', 'firefox', 'safari'] as const;

/** As the page says it. */
function prometidas(): Versiones {
  const ayuda = readText('src/ui/textos/ayuda.tsx').replace(/\s+/g, ' ');
  const found = /Chrome o Edge (\d+), Firefox (\d+) o Safari ([\d.]+), o posteriores/.exec(ayuda);
  return [Number(found?.[1]), Number(found?.[2]), Number(found?.[3])];
}

/** Whatever may run in a browser. */
const codigo = listFiles('src/ui', 'src/formats', 'src/domain', 'src/wording').filter(
  (file) => /\.(tsx?|css)$/.test(file) && !isTest(file),
);

it('the browsers that /ayuda promises have all that the pages use', () => {
  const promised = prometidas();
  const texts = codigo.map((file) => [file, readText(file)] as const);
  const faults = Object.entries(APIS).flatMap(([api, { usa, desde, adorno }]) => {
    const late = NAVEGADORES.filter((_, at) => (desde[at] ?? 0) > (promised[at] ?? 0));
    if (late.length === 0 || adorno) return [];
    return texts.filter(([, text]) => usa.test(text)).map(([file]) => `${api} in ${file}, not in ${late.join(', ')}`);
  });
  expect(promised.every(Number.isFinite)).toBe(true);
  expect(codigo.length).toBeGreaterThan(200);
  expect(faults).toEqual([]);
});

it('and what the compiler takes them to have', () => {
  const target: string[] = createRequire(import.meta.url)('next/dist/shared/lib/modern-browserslist-target.js');
  const compiled = NAVEGADORES.map((name) => Number(target.find((each) => each.startsWith(name))?.split(' ')[1]));
  expect(compiled.every((version, at) => version <= (prometidas()[at] ?? 0))).toBe(true);
});
