const MS = { MINUTO: 60_000, HORA: 3_600_000, DIA: 24 * 3_600_000 };

export type Plazo = readonly [cuanto: number, unidad: keyof typeof MS];

export interface Vencible {
  tablas: readonly [string];
  /** The indexed column from which the term counts, by the portal's clock unless it is written by the machine's. */
  desde: string;
  plazo: Plazo;
  porLaMaquina?: true;
}

/** What the portal keeps for itself, and how long: nothing else is ever removed, by the worker or by `npm run depurar`. */
export const VENCIBLES = {
  PREGUNTAS: { tablas: ['challenge'], desde: 'vence_en', plazo: [10, 'MINUTO'] },
  LIMITES: { tablas: ['limite'], desde: 'expire', plazo: [1, 'HORA'], porLaMaquina: true },
  BUSQUEDAS: { tablas: ['busqueda_de_soporte'], desde: 'creada_en', plazo: [1, 'HORA'] },
  SELECCIONES: { tablas: ['seleccion_de_registros'], desde: 'modificada_en', plazo: [1, 'DIA'] },
  CARGAS: { tablas: ['numero_importado'], desde: 'iniciada_en', plazo: [1, 'DIA'] },
  AVANCES: { tablas: ['avance_de_emision'], desde: 'modificado_en', plazo: [1, 'DIA'] },
  RECHAZOS: { tablas: ['rechazo_por_minuto'], desde: 'minuto', plazo: [90, 'DIA'] },
  SUMAS: { tablas: ['tramo_contado'], desde: 'desde', plazo: [91, 'DIA'] },
} as const satisfies Record<string, Vencible>;

/** Evidence, and what it hangs from, by what it proves: it only grows. With those above, every table of the database. */
export const PRUEBAS = {
  IDENTIDAD: { tablas: ['titular', 'nombre_de_titular', 'registro_patronal', 'conteo_de_registros'] },
  INGRESOS: { tablas: ['certificado', 'consulta_ocsp', 'certificado_revocado', 'sesion'] },
  MEDIOS: {
    tablas: ['medio_de_contacto', 'alcance_de_medio', 'apertura_de_enlace', 'intento_de_codigo', 'apunte_de_medio'],
  },
  MENSAJES: {
    tablas: ['aviso', 'intento_de_envio', 'reporte_de_entrega', 'constancia_de_entrega', 'lectura_de_rebote', 'cuenta'],
  },
  FIRMAS: { tablas: ['solicitud', 'evidencia_abierta', 'representacion', 'firma_de_representacion', 'acto_firmado'] },
  PETICIONES: { tablas: ['peticion_de_representacion'] },
  ACUSES: { tablas: ['acuse', 'acuse_documento', 'certificado_de_sello', 'sello_de_tiempo', 'revision_de_documento'] },
  ACLARACIONES: { tablas: ['aclaracion', 'mensaje_de_aclaracion', 'adjunto_de_mensaje'] },
  PERSONAL: { tablas: ['miembro_de_soporte', 'sesion_de_soporte', 'datos_mostrados', 'nota_de_folio'] },
  BITACORA: { tablas: ['bitacora', 'bitacora_pendiente', 'bitacora_cadena', 'ancla_de_bitacora', 'sello_de_ancla'] },
  REGISTRO: { tablas: ['hoja_de_registro', 'cabeza_de_registro', 'hoja_de_renovacion'] },
} as const satisfies Record<string, { tablas: readonly string[] }>;

export type ClaseVencible = keyof typeof VENCIBLES;

/** The latest beginning whose term is over at `now`. */
export function vencidoDesde([cuanto, unidad]: Plazo, now: Date): Date {
  return new Date(now.getTime() - cuanto * MS[unidad]);
}
