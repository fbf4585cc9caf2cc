/** What every table gives to the portal, beside the columns that it may change. */
const USUAL = ['SELECT', 'INSERT'];

/** Tables from which the portal removes rows: none of them is evidence (src/domain/retencion). */
export const WITH_REMOVAL = [
  'avance_de_emision',
  'busqueda_de_soporte',
  'challenge',
  'cuenta',
  'evidencia_abierta',
  'limite',
  'marca_de_registro',
  'numero_importado',
  'primera_firma',
  'rechazo_por_minuto',
  'seleccion_de_registros',
  'tramo_contado',
  'tramo_por_contar',
];

/**
 * The columns that the portal changes, after a row is there. Any other is what it was when it was written: a value, a
 * signature, a certificate, who and when. A new table or column is not changed until it is here.
 */
export const CHANGING: Readonly<Record<string, readonly string[]>> = {
  aclaracion: ['estado', 'espera_desde', 'cerrada_en', 'atiende_id'],
  alcance_de_medio: ['lugar', 'fecha_de_baja', 'folio_de_baja'],
  apertura_de_enlace: ['veces', 'ultima_en', 'guion_en'],
  apunte_de_medio: ['etiqueta'],
  avance_de_emision: ['hechos', 'total', 'modificado_en'],
  aviso: ['estado', 'resuelto_en', 'motivo'],
  challenge: ['consumido_en'],
  conteo_de_registros: ['vigentes', 'total'],
  intento_de_envio: ['terminado_en', 'aceptado', 'quiza_entregado', 'respuesta', 'id_del_proveedor'],
  limite: ['points', 'expire'],
  medio_de_contacto: [
    'estado',
    'plazo_desde',
    'vence_en',
    'fecha_de_validacion',
    'fecha_de_cancelacion',
    'fecha_de_baja',
    'ajeno_en',
    'cerrado_en',
    'reabierto_en',
    'intentos_fallidos',
    'clave_id',
    'registros',
    'confirmacion_pedida_en',
    'confirmado_en',
  ],
  miembro_de_soporte: ['nombre', 'rol', 'alta_en', 'baja_en'],
  peticion_de_representacion: ['estado', 'para_siempre', 'avisada_en', 'cerrada_en', 'representacion_id'],
  rechazo_por_minuto: ['veces'],
  representacion: ['estado', 'vigente_desde', 'terminada_en', 'usada_en'],
  registro_patronal: ['titular_id', 'subdelegacion', 'domicilio', 'estado'],
  seleccion_de_registros: ['todos', 'modificada_en'],
  sesion: ['ultima_actividad_en', 'cerrada_en'],
  sesion_de_soporte: ['ultima_actividad_en', 'cerrada_en'],
  solicitud: ['estado', 'consulta_ocsp_id'],
  titular: ['nombre'],
};

const SPECIAL: Record<string, string[]> = {
  _prisma_migrations: ['SELECT'],
  // Neither an id nor a hash of its own choosing.
  bitacora: ['SELECT', 'INSERT (fecha, evento, actor, titular_id, folio, datos)'],
  // A trigger of the owner's puts rows in.
  bitacora_pendiente: ['SELECT', 'DELETE'],
  // Triggers of the owner's keep these.
  cliente: ['SELECT'],
  nombre_de_titular: ['SELECT'],
};

/** What the portal may do with a table. */
export function rightsOn(table: string): string[] {
  const changing = CHANGING[table];
  return (
    SPECIAL[table] ?? [
      ...USUAL,
      ...(changing ? [`UPDATE (${changing.join(', ')})`] : []),
      ...(WITH_REMOVAL.includes(table) ? ['DELETE'] : []),
    ]
  );
}
