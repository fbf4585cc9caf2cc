import { expect, test } from 'vitest';
import { describeVigencia } from './estado-de-firma.tsx';

const FIN = new Date('2027-05-17T18:00:00Z');

test.each([
  ['2027-04-16T17:59:59Z', null],
  ['2027-04-17T18:00:00Z', 'Tu certificado vence en 30 días.'],
  ['2027-05-16T18:00:00Z', 'Tu certificado vence en 1 día.'],
  ['2027-05-17T18:00:00Z', 'Tu certificado vence en menos de un día.'],
  ['2027-05-17T18:00:01Z', 'Según la fecha de tu equipo, este certificado venció el 17/may/2027 12:00.'],
])('at %s says %s', (ahora, text) => {
  const said = describeVigencia(FIN, new Date(ahora));
  if (text === null) expect(said).toBeNull();
  else expect(said).toContain(text);
});
