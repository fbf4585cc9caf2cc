import type { FolioLeido } from '#domain/soporte/folio-leido.ts';

const FECHA = new Date('2026-03-02T18:30:05Z');

/** What support reads of a folio, with so many events. */
export function leido(sucesos: number, change: Partial<FolioLeido> = {}): FolioLeido {
  return {
    folio: 'BI-2026.00000001-52',
    leidoEn: FECHA,
    mostradosHasta: null,
    titular: { id: 'x', rfc: 'GOMA•••••••B1', nombre: 'A••• G•••', registros: 0, activo: false },
    asunto: { tipo: 'SOLICITUD', estado: 'FIRMADA', fecha: FECHA, textoVersion: '2022-09-22' },
    notas: [],
    cronologia: Array.from({ length: sucesos }, (_, n) => ({
      fecha: FECHA,
      rango: 'INTENTO',
      texto: `Suceso número ${n}.`,
      detalle: n % 3 === 0 ? `250 2.0.0 Ok: queued as <${n}> & "otro" 中文\nTexto valida-correo/1` : null,
      quien: 'El servidor de correo',
      repeticion: null,
      veces: n === 1 ? 4 : 1,
      ultimaFecha: FECHA,
    })),
    hasMas: false,
    pendientes: [{ cuando: FECHA, texto: 'Hacer el PDF de un acuse.', isEnCurso: false }],
    ...change,
  };
}
