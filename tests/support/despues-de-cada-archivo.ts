import { afterAll } from 'vitest';
import { removeTempDirs } from './carpeta-temporal.ts';

// Vitest ends its processes without letting them tidy up.
afterAll(removeTempDirs);
