import { type Falla, NADA } from '../falla.ts';

export const NOMBRES: readonly Falla[] = [
  {
    nombre: 'el nombre del relevo se pierde en marcha',
    afecta: NADA,
    async begin({ setNombres, correo, relevo }) {
      setNombres(false);
      // Who has a connection needs no name.
      await correo.shut().then(() => correo.open(relevo.port));
      return async () => setNombres(true);
    },
  },
  {
    nombre: 'el nombre del relevo no existe al arrancar el worker',
    afecta: NADA,
    async begin(escena) {
      escena.setNombres(false);
      await escena.openWorker();
      return async () => escena.setNombres(true);
    },
  },
];
