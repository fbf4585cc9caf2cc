import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Reporter, TestModule, Vitest } from 'vitest/node';

/** What `npm test` adds up. */
export interface Resumen {
  passed: number;
  failed: number;
  /** The name of each skipped test and why. */
  skipped: string[];
}

/** Writes the counts of a Vitest run, with the reasons of what was skipped, which its JSON leaves out. */
export default class ResumenReporter implements Reporter {
  #root = '';

  onInit(vitest: Vitest): void {
    this.#root = vitest.config.root;
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const resumen: Resumen = { passed: 0, failed: errors.length, skipped: [] };
    for (const module of modules) {
      if (module.errors().length > 0) resumen.failed += 1;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') resumen.passed += 1;
        else if (result.state === 'failed') resumen.failed += 1;
        else resumen.skipped.push(`${test.fullName} ${'note' in result ? (result.note ?? '') : ''}`.trim());
      }
    }
    const file = path.join(this.#root, 'tests/.salida/vitest.json');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(resumen));
  }
}
