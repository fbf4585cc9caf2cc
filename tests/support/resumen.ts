import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Reporter, TestModule, TestResult, Vitest } from 'vitest/node';

/** What `npm test` adds up. */
export interface Resumen {
  passed: number;
  failed: number;
  /** The name of each, so that the last lines of a long log tell it. */
  failures: string[];
  /** The name of each skipped test and why. */
  skipped: string[];
  /** What passed only when it ran again. */
  flaky: string[];
}

/** Writes the counts of a Vitest run, with the reasons of what was skipped, which its JSON leaves out. */
export default class ResumenReporter implements Reporter {
  #root = '';

  onInit(vitest: Vitest): void {
    this.#root = vitest.config.root;
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const resumen: Resumen = { passed: 0, failed: errors.length, failures: errors.map(String), skipped: [], flaky: [] };
    const fail = (name: string) => {
      resumen.failed += 1;
      resumen.failures.push(name);
    };
    for (const module of modules) {
      if (module.errors().length > 0) fail(module.relativeModuleId);
      for (const test of module.children.allTests()) {
        const result = test.result();
        const name = `${module.relativeModuleId} ${test.fullName}`;
        if (test.diagnostic()?.flaky) resumen.flaky.push(`${name}: ${reasonOf(result)}`);
        if (result.state === 'passed') resumen.passed += 1;
        else if (result.state === 'failed') fail(`${name}: ${reasonOf(result)}`);
        else resumen.skipped.push(`${test.fullName} ${'note' in result ? (result.note ?? '') : ''}`.trim());
      }
    }
    const file = path.join(this.#root, 'tests/.salida/vitest.json');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(resumen));
  }
}

function reasonOf({ errors }: TestResult): string {
  return errors?.map(({ message }) => message.split('\n', 1)[0]).join(' · ') ?? '';
}
