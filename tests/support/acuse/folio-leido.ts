import { type FolioEnPalabras, folioEnPalabras } from '#wording/soporte/folio-en-palabras.ts';

const FECHA = new Date('2026-03-02T18:30:05Z');

/** What support reads of a folio, with so many events. */
export function leido(sucesos: number, change: Partial<FolioEnPalabras> = {}): FolioEnPalabras {
  const hechos = folioEnPalabras({
    folio: 'BI-2026.00000001-52',
    leidoEn: FECHA,
    mostradosHasta: null,
    titular: { id: 'x', rfc: 'GOMA•••••••B1', nombre: 'A••• G•••', registros: 0, activo: false },
    asunto: {
      tipo: 'SOLICITUD',
      folio: 'BI-2026.00000001-52',
      estado: 'FIRMADA',
      fecha: FECHA,
      textoVersion: '2022-09-22',
      enVigor: null,
    },
    notas: [],
    cronologia: [],
    hasMas: false,
    pendientes: [
      { cuando: FECHA, nombre: 'emitir-acuse', intentos: 0, isAgotada: false, isEnCurso: false, mensaje: null },
    ],
  });
  const cronologia = Array.from({ length: sucesos }, (_, n) => ({
    fecha: FECHA,
    texto: `Suceso número ${n}.`,
    detalle: n % 3 === 0 ? `250 2.0.0 Ok: queued as <${n}> & "otro" 中文\nTexto valida-correo/1` : null,
    quien: 'El servidor de correo',
    veces: n === 1 ? 4 : 1,
    ultimaFecha: FECHA,
    repetido: n === 1 ? ' 4 veces, la última el 02/mar/2026 12:30:05.' : '',
  }));
  return { ...hechos, cronologia, ...change };
}
