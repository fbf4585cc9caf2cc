import { describe, expect, it } from 'vitest';
import { toLineaDeCsv } from './csv.ts';

describe('a line of a CSV', () => {
  it('has every field in quotes, and those inside doubled', () => {
    expect(toLineaDeCsv([7, 'TUBOS DE 5" SA', ''])).toBe('"7","TUBOS DE 5"" SA",""\r\n');
  });

  it.each(['=1+1', '+52', '-3', '@a', '\t=1', ' =1', '|cmd', '%x', '＝1'])('never lets %j be a formula', (text) => {
    expect(toLineaDeCsv([text])).toBe(`"'${text}"\r\n`);
  });

  it.each(['A12-34567-10-1', 'a=b', '5 % de todo'])('leaves %j as it is', (text) => {
    expect(toLineaDeCsv([text])).toBe(`"${text}"\r\n`);
  });
});
