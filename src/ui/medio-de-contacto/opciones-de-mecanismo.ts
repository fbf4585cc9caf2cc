import { MECANISMOS } from '#domain/medio-de-contacto/mecanismo.ts';
import { ETIQUETA_DE_MECANISMO } from '#wording/etiquetas.ts';

/** The list «Mecanismo de Comunicación» (guide V, step 3). */
export const OPCIONES_DE_MECANISMO = [
  { valor: '', texto: 'Seleccione' },
  ...MECANISMOS.map((mecanismo) => ({ valor: mecanismo, texto: ETIQUETA_DE_MECANISMO[mecanismo] })),
];
