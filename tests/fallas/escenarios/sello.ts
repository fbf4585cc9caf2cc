import { CON_ACUSE, type Falla } from '../falla.ts';

/** The seal's key is in a device, which takes its time or does not answer: only whoever needs an acuse waits. */
const conSello = (nombre: string, modo: number | 'falla', corta?: true): Falla => ({
  nombre: `SELLO_COMANDO ${nombre}`,
  afecta: CON_ACUSE,
  segundos: 14,
  ...(corta && { corta }),
  async begin({ setSello }) {
    setSello(modo);
    return async () => setSello(0);
  },
});

export const SELLO: readonly Falla[] = [
  conSello('tarda 6 s', 6, true),
  conSello('tarda 10 s', 10),
  conSello('falla', 'falla'),
];
