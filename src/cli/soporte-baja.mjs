import { runOrden } from './orden.mjs';

const AYUDA = `npm run soporte:baja -- RFC

Quita a una persona su rol de soporte: sus sesiones abiertas terminan en ese momento. Lo que hizo queda a su nombre.
Para darlo de nuevo: npm run soporte:alta -- RFC "Nombre" ROL`;

await runOrden({ ayuda: AYUDA, allowPositionals: true }, async (_opciones, args) => {
  const { quitarRol } = await import('./soporte.ts');
  await quitarRol(args);
});
