/** What every table gives to the portal, but for evidence (a trigger refuses its change) and for those named here. */
const USUAL = ['SELECT', 'INSERT', 'UPDATE'];
const EVIDENCE = ['SELECT', 'INSERT'];

/** Tables from which the portal removes rows: none of them is evidence. */
export const WITH_REMOVAL = [
  'busqueda_de_soporte',
  'challenge',
  'limite',
  'marca_de_registro',
  'numero_importado',
  'rechazo_por_minuto',
  'seleccion_de_registros',
];

const SPECIAL: Record<string, string[]> = {
  ...Object.fromEntries(WITH_REMOVAL.map((table) => [table, [...USUAL, 'DELETE']])),
  _prisma_migrations: ['SELECT'],
  // Neither an id nor a hash of its own choosing.
  bitacora: ['SELECT', 'INSERT (fecha, evento, actor, titular_id, folio, datos)'],
  // A trigger of the owner's puts rows in.
  bitacora_pendiente: ['SELECT', 'DELETE'],
  // Triggers of the owner's keep it.
  nombre_de_titular: ['SELECT'],
};

/** What the portal may do with a table. Evidence is what the database lets nobody change. */
export function rightsOn(table: string, isEvidence: boolean): string[] {
  return SPECIAL[table] ?? (isEvidence ? EVIDENCE : USUAL);
}
