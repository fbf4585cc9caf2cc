import type { Falta, Fase } from '../dobles/relevo.ts';
import { type Falla, NADA } from '../falla.ts';

const FASES: readonly [Fase, string][] = [
  ['conexion', 'al conectar'],
  ['ehlo', 'tras EHLO'],
  ['mail', 'tras MAIL'],
  ['rcpt', 'tras RCPT'],
  ['data', 'tras DATA'],
  ['punto', 'tras el punto final'],
];

/** What the relay does in one phase; those before a message are of new connections. */
function enFase(nombre: string, fase: Fase, falta: Falta, corta?: true): Falla {
  return {
    nombre: `SMTP ${nombre}`,
    afecta: NADA,
    ...(corta && { corta }),
    ...(typeof falta === 'number' && { segundos: 16 }),
    async begin({ relevo, correo }) {
      relevo.misbehave(fase, falta);
      if (fase === 'conexion' || fase === 'ehlo') await correo.shut().then(() => correo.open(relevo.port));
      return async () => relevo.behave();
    },
  };
}

export const CORREO: readonly Falla[] = [
  {
    nombre: 'SMTP rechaza conexiones',
    afecta: NADA,
    async begin({ correo, relevo }) {
      await correo.shut();
      return () => correo.open(relevo.port);
    },
  },
  ...FASES.map(([fase, cuando]) => enFase(`calla ${cuando}`, fase, 'calla', fase === 'punto' ? true : undefined)),
  enFase('miente al conectar', 'conexion', 'miente'),
  enFase('miente tras el punto final', 'punto', 'miente'),
  enFase('contesta 12 s después del punto', 'punto', 12_000),
];
