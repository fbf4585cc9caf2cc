import type { RenderAcuse } from '#infra/pdf/render-acuse.ts';
import type { RenderFolio } from '#infra/pdf/render-folio.ts';
import { leido } from './folio-leido.ts';
import { acuse, MUESTRAS, type Muestra } from './muestras.ts';

export interface Impresoras {
  renderAcuse: RenderAcuse;
  renderFolio: RenderFolio;
}

/** Each letter of Spanish and of names that come to Mexico, composed ones first and none of their base letters before. */
export const NOMBRES_ADVERSOS = [
  'Ñ Ú Ü Á É Í Ó',
  'ñ ú ü á é í ó',
  '¿QUÉ? ¡SÍ! º ª «ÑAME» & № Ł Š Ž Ç Ø Æ … – — “X” ’ € ½ 1⁄2 fi office ẹ ǹ ‐ -',
  'ﬁ n̈ g̃ i̊ NAVARRO NUÑEZ ULISES AGÜERO INÉS OLIVIA ECHEVERRÍA',
  'X|Y \\p A\\B 中文 😀 NORMA LAMINAS NIÑO',
];

const KINDS = [
  'registro-correo',
  'registro-de-50',
  'validacion-telefono',
  'baja',
  'solicitud-con-representante',
  'aclaracion',
] as const satisfies Muestra[];

const { datos } = MUESTRAS['registro-correo']();

/** Documents of every kind that the portal prints, and acuses with adverse names, by what each is. */
export const DOCUMENTOS: Record<string, (by: Impresoras) => Promise<Buffer>> = {
  ...Object.fromEntries(KINDS.map((kind) => [kind, ({ renderAcuse }: Impresoras) => renderAcuse(MUESTRAS[kind]())])),
  ...Object.fromEntries(
    NOMBRES_ADVERSOS.map((nombre) => [
      nombre,
      ({ renderAcuse }: Impresoras) => renderAcuse(acuse({ ...datos, nombre })),
    ]),
  ),
  folio: ({ renderFolio }) => renderFolio({ leido: leido(12), exportadoPor: 'ÍÑIGO & HIJOS', demo: true }),
};
