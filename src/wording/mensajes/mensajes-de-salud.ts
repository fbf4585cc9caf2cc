/** What each part of the portal says of itself to whoever watches over it; `bien` when nothing is wrong with it. */
export const SALUD = {
  bien: 'bien',
  sinRevisar: 'sin revisar',
  sinWorker: 'ningún worker la atiende',
  sinConexion: 'sin conexión libre',
  sinRespuesta: 'no responde',
  arrancando: 'está arrancando',
  seDetiene: 'se detiene',
  esperaMigraciones: 'espera las migraciones que otro proceso aplica',
  faltan: (migraciones: number) => `faltan ${migraciones} por aplicar`,
} as const;
