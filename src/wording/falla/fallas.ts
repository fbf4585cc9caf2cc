/** Why the portal could not do what it was asked, and whether it was done. */
export const FALLAS = {
  OCUPADO: {
    titulo: 'El portal está ocupado',
    mensaje: 'No se hizo nada de lo que pediste, porque el portal está ocupado con otra operación.',
    remedio: 'Espera unos segundos y vuelve a intentarlo.',
  },
  SIN_BASE: {
    titulo: 'El portal no está disponible',
    mensaje: 'En este momento el portal no puede consultar ni guardar nada.',
    remedio:
      'Vuelve en unos minutos. Lo que ya tiene folio quedó guardado; antes de repetir un registro o una firma, revisa en tu Buzón si ya aparece.',
  },
  SIN_SELLO: {
    titulo: 'Algo falló de nuestro lado',
    mensaje: 'No se hizo nada de lo que pediste, porque en este momento no se puede sellar tu acuse.',
    remedio: 'Intenta de nuevo en unos minutos. Lo que ya tiene folio quedó guardado.',
  },
  INESPERADA: {
    titulo: 'Algo falló de nuestro lado',
    mensaje:
      'No es un error tuyo. Lo que ya tiene folio quedó guardado; lo que estabas enviando puede no haber llegado.',
    remedio:
      'Intenta de nuevo en unos minutos. Antes de repetir un registro o una firma, revisa en tu Buzón si ya aparece.',
  },
  OTRA_VERSION: {
    titulo: 'Esta página cambió',
    mensaje:
      'No se hizo nada de lo que pediste, porque el portal se actualizó y la página que tenías abierta es la anterior.',
    remedio: 'Abre de nuevo la página y vuelve a intentarlo.',
  },
  ILEGIBLE: {
    titulo: 'No se entiende lo que llegó',
    mensaje: 'No se hizo nada de lo que pediste, porque lo que llegó no es como lo envían las páginas de este portal.',
    remedio: 'Abre de nuevo la página y vuelve a intentarlo.',
  },
} as const;

export type Falla = keyof typeof FALLAS;

/** The one that an action which failed in the browser was answered with (src/server/response.ts), or null. */
export function fallaDe(error: unknown): Falla | null {
  const fallas = Object.keys(FALLAS) as Falla[];
  return fallas.find((falla) => error instanceof Error && error.message.startsWith(FALLAS[falla].mensaje)) ?? null;
}

/** After the message of an action that failed, the id of its request. */
export const REFERENCIA = ' Referencia: ';

export const PAGINA_DE_FALLA = { enlace: 'Ir a mi Buzón', referencia: 'Referencia, por si pides ayuda:' };
