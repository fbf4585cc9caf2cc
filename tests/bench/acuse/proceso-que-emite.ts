// A process of its own, with all that issuing needs but what draws: writes how many bytes more it takes up once it draws.
import { quantile } from '../compare.ts';
import { openEmisora, registroNumero } from './emisora.ts';
import { memoriaOf } from './memoria.ts';

const CADA = 20;

const acuses = Number(process.argv[2]);
const emit = await openEmisora();
const antes = memoriaOf([process.pid]);
const { renderAcuse } = await import('#infra/pdf/render-acuse.ts');
const readings: number[] = [];
for (let n = 1; n <= acuses; n++) {
  await emit(renderAcuse, registroNumero(n));
  if (n > acuses / 2 && n % CADA === 0) readings.push(memoriaOf([process.pid]) - antes);
}
// Garbage piles up and is collected, again and again.
console.log(quantile(readings, 0.5));
