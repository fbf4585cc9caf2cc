/** Which columns of a table are bound by their SHA-256 in the bitácora, whenever a row of it is written. */
export interface TablaDeHechos {
  /** What tells one fact from another: its key or, where many rows are one fact (`agrupada`), what they have in common. */
  clave: string;
  columnas: readonly string[];
  agrupada?: boolean;
}

/** As the migration `hechos` has them: a test compares the two, and alters each column to see that it is noticed. */
export const HECHOS: Readonly<Record<string, TablaDeHechos>> = {
  titular: { clave: 'id', columnas: ['rfc', 'nombre', 'creado_en'] },
  certificado: {
    clave: 'id',
    columnas: columns('huella serie titular_id der valido_hasta rfc_representante curp_representante correo visto_en'),
  },
  consulta_ocsp: { clave: 'id', columnas: columns('certificado_id resultado respuesta consultada_en vigente_hasta') },
  certificado_revocado: { clave: 'huella', columnas: ['respuesta', 'consultada_en'] },
  medio_de_contacto: {
    clave: 'id',
    columnas: columns(
      `folio titular_id mecanismo valor valor_comparable estado fecha_de_registro plazo_desde vence_en fecha_de_validacion
       fecha_de_cancelacion fecha_de_baja ajeno_en cerrado_en reabierto_en intentos_fallidos clave_id peticion_id registros
       todos_hasta_alta prueba_de_id`,
    ),
  },
  alcance_de_medio: {
    clave: 'medio_id',
    columnas: columns(
      'id titular_id registro_patronal_id numero mecanismo valor_comparable lugar fecha_de_baja folio_de_baja',
    ),
    agrupada: true,
  },
  aviso: {
    clave: 'id',
    columnas: columns(
      `titular_id medio_id solicitud_id aclaracion_id certificado_id acuse_id folio tipo mecanismo destino
       destino_comparable estado creado_en demorado_hasta resuelto_en motivo`,
    ),
  },
  intento_de_envio: {
    clave: 'id',
    columnas: columns(
      `aviso_id numero iniciado_en terminado_en aceptado quiza_entregado respuesta id_del_proveedor plantilla clave_id
       hmac`,
    ),
  },
  reporte_de_entrega: { clave: 'id', columnas: columns('referencia fuente estado codigo detalle recibido_en') },
  constancia_de_entrega: {
    clave: 'id',
    columnas: columns('aviso_id numero fecha cadena_original sello certificado_de_sello'),
  },
  certificado_de_sello: { clave: 'huella', columnas: ['serie', 'pem', 'es_demo'] },
  acuse: {
    clave: 'id',
    columnas: columns('folio tipo titular_id fecha plantilla datos cadena_original sello certificado_de_sello'),
  },
  acuse_documento: { clave: 'acuse_id', columnas: columns('pdf sha256 bytes emitido_en certificado_de_sello') },
  sello_de_tiempo: { clave: 'acuse_id', columnas: columns('objeto token fecha obtenido_en') },
  revision_de_documento: { clave: 'acuse_id', columnas: columns('cola sha256 obtenida_en') },
  solicitud: {
    clave: 'id',
    columnas: columns(
      `folio titular_id texto_version texto_sha256 fecha cadena_original firma certificado_id consulta_ocsp_id estado`,
    ),
  },
  aclaracion: {
    clave: 'id',
    columnas: columns(
      'folio titular_id asunto medio_id estado presentada_en espera_desde cerrada_en atiende_id peticion_id',
    ),
  },
  mensaje_de_aclaracion: {
    clave: 'id',
    columnas: columns('aclaracion_id numero autor miembro_id texto fecha peticion_id'),
  },
  adjunto_de_mensaje: { clave: 'mensaje_id', columnas: columns('nombre tipo acciones bytes sha256 contenido') },
  representacion: {
    clave: 'id',
    columnas: columns(
      `folio titular_id rfc_del_representante poderes registros hasta texto_version texto_sha256 cadena_original estado
       propuesta_en vence_en vigente_desde terminada_en`,
    ),
  },
  firma_de_representacion: {
    clave: 'id',
    columnas: columns('representacion_id lado certificado_id consulta_ocsp_id firma firmada_en'),
  },
  acto_firmado: {
    clave: 'id',
    columnas: columns(
      `tipo titular_id folio miembro_id rfc nombre rol propuesta_id cadena_original firma serie certificado
       resultado_ocsp respuesta_ocsp consultada_en fecha`,
    ),
  },
  miembro_de_soporte: { clave: 'id', columnas: columns('rfc nombre rol alta_en baja_en') },
  datos_mostrados: { clave: 'id', columnas: columns('folio titular_id sesion_id motivo detalle fecha hasta') },
  nota_de_folio: { clave: 'id', columnas: columns('folio titular_id sesion_id texto fecha') },
};

/** What the chain of the bitácora vouches for by itself: `npm run bitacora:verificar` recomputes these tables whole. */
export const ENCADENADAS = [
  'bitacora',
  'bitacora_cadena',
  'ancla_de_bitacora',
  'sello_de_ancla',
  'hoja_de_registro',
  'hoja_de_renovacion',
];

/** Tables, and columns of those above, that prove nothing by themselves, and why. */
export const NO_ES_PRUEBA: Readonly<Record<string, string>> = {
  'ancla_de_bitacora.anclada_en':
    'when the worker ran: the hour is certified by the stamp of the anchor, or by whoever kept it',
  'sello_de_ancla.obtenido_en': 'when the service answered: its token says the hour that it certifies',
  'aviso.representacion_id': 'its folio, which is bound, is that of the designation',
  'aviso.peticion_de_representacion_id': 'what was asked, which allows nothing',
  'medio_de_contacto.confirmacion_pedida_en': 'its message, which is bound, says when it was asked',
  'medio_de_contacto.confirmado_en': 'the last time that it was said, of which the bitácora tells each',
  'representacion.usada_en': 'the last of its uses, of which the bitácora tells each',
  apertura_de_enlace: 'counts visits of a link, most of them by machines: what proves a medio is its validation',
  apunte_de_medio: 'what a titular notes for themself: no acuse and no message has it',
  avance_de_emision: 'how far a document is that is being made',
  bitacora_pendiente: 'a list of work: what is missing from it is in no link, and that is noticed',
  busqueda_de_soporte: 'what was typed, for an hour',
  cabeza_de_registro: 'signed heads: each is compared with the tree, and its signature is what proves it',
  challenge: 'questions of five minutes',
  cliente: 'how whom one represents is listed, made from what is true of each',
  conteo_de_registros: 'counted from registro_patronal',
  cuenta: 'figures for who watches the portal',
  cuenta_de_tramo: 'figures of the board, summed from what happened',
  evidencia_abierta: 'a leave that its titular gives and takes: the bitácora tells each time',
  intento_de_codigo: 'what the caps count; the bitácora tells each wrong code',
  lectura_de_rebote: 'so that no bounce is read twice: what it said is in reporte_de_entrega',
  limite: 'counters of a few minutes',
  marca_de_registro: 'what is ticked in a form',
  nombre_de_titular: 'how names are searched, made from titular',
  numero_importado: 'what a load of the padrón has read so far',
  peticion_de_representacion: 'asks, and allows nothing: what is answered with yes is a designation',
  primera_firma: 'what one alone signed: of no effect, and removed after its minutes',
  rechazo_por_minuto: 'figures of refusals',
  registro_patronal: 'a copy of the padrón, loaded again when needed: what a medio is for is in alcance_de_medio',
  seleccion_de_registros: 'what is ticked in a form',
  sesion: 'the bitácora tells who came in, with which certificate, and when it ended',
  sesion_de_soporte: 'the bitácora tells who came in, with which certificate, and when it ended',
  tramo_contado: 'which figures of the board are summed',
  tramo_por_contar: 'a list of work: which of them are to be summed again',
};

function columns(names: string): string[] {
  return names.trim().split(/\s+/);
}
