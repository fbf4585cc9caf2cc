// What `npm run mutantes` runs. Stryker 10 asks for Node 22; 9 is the last that runs under the Node that this project admits.

/** The rules of domain are judged by the tests beside them alone, without a database and in seconds. */
const isDomain = process.argv.some((argument) => argument.startsWith('src/domain'));

export default {
  testRunner: 'vitest',
  vitest: { configFile: isDomain ? 'tests/vitest.domain.config.ts' : 'tests/vitest.config.ts' },
  coverageAnalysis: 'perTest',
  // Every message of a table, and the regular expressions of a module, stand for the whole file: with a database too slow.
  ignoreStatic: !isDomain,
  thresholds: { high: 100, low: 100, break: 100 },
  tempDirName: 'tests/.salida/mutantes',
  cleanTempDir: 'always',
  ignorePatterns: ['.ci', '.datos', '.next', 'public/capturas', 'tests/.salida'],
  // It would rewrite it with TypeScript's own API, which TypeScript 7 has no more; nothing here needs it.
  tsconfigFile: 'ninguno',
  allowConsoleColors: false,
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, reportTests: false },
  jsonReporter: { fileName: 'tests/.salida/mutantes.json' },
};
