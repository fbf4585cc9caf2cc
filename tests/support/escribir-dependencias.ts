import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../architecture/source.ts';
import { buildDependencias } from './dependencias.ts';

writeFileSync(path.join(ROOT, 'deploy/DEPENDENCIAS.md'), buildDependencias());
