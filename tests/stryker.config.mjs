// What `npm run mutantes` runs. Stryker 10 asks for Node 22; 9 is the last that runs under the Node that this project admits.

/** The rules of domain are judged by the tests beside them alone, without a database and in seconds. */
const isDomain = process.argv.some((argument) => argument.startsWith('src/domain'));

export default {
  testRunner: 'vitest',
  vitest: { configFile: 'tests/vitest.mutantes.config.ts', related: isDomain },
  coverageAnalysis: 'perTest',
  // With a database each change takes seconds: those that break a rule, and not a word or a whole function.
  mutator: {
    excludedMutations: isDomain ? [] : ['StringLiteral', 'BlockStatement', 'ArrowFunction', 'ArrayDeclaration'],
  },
  concurrency: isDomain ? undefined : 1,
  dryRunTimeoutMinutes: 20,
  // A busy machine is not a change that never ends.
  timeoutMS: 60_000,
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
