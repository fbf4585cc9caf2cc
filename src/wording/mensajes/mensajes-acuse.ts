export const MENSAJES_DE_ACUSE = {
  ACUSE_NO_EXISTE: 'No hay un acuse de ese tipo con ese folio. Revisa los dos; están impresos en el acuse.',
} as const;
