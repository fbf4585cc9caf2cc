import { formatFechaConSegundos } from '#domain/fecha.ts';
import type { FolioLeido } from '#domain/soporte/folio-leido.ts';

export const PARTES = {
  resumen: 'En pocas palabras',
  datos: 'Datos del folio',
  sigue: 'Lo que sigue',
  paso: 'Lo que pasó',
} as const;

export const COLUMNAS = { fecha: 'Fecha y hora', paso: 'Qué pasó', sigue: 'Qué se hará', quien: 'Quién' } as const;

export const DOCUMENTO_DE_FOLIO = {
  titulo: 'Historia de un folio',
  autor: 'Buzón, consola de soporte',
  consola: 'Buzón · Consola de soporte',
  demo: 'Documento de demostración, sin validez oficial',
  hasMas: 'Es lo más reciente: hay apuntes anteriores que no caben aquí.',
  marca: (exportadoPor: string, leidoEn: Date) =>
    `Exportado por ${exportadoPor} el ${formatFechaConSegundos(leidoEn)} (Tiempo del Centro de México)`,
  datos: ({ mostradosHasta }: Pick<FolioLeido, 'mostradosHasta'>) =>
    mostradosHasta
      ? 'Contiene datos personales a la vista: cuídalo y destrúyelo cuando no haga falta.'
      : 'Los datos personales están cubiertos.',
} as const;
