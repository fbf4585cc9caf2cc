import type { PermisoDeSoporte } from '#domain/soporte/rol-de-soporte.ts';

/** Who may use an address, and by what its code finds out. */
export type Acceso =
  /** A titular with an open session, and only for what is theirs. */
  | { quien: 'titular' }
  /** A staff member with an open session, whose role may do it (domain/soporte/rol-de-soporte.ts). */
  | { quien: 'soporte'; permiso: PermisoDeSoporte }
  /** Whoever runs the demo; in produccion the address does not exist. */
  | { quien: 'demo' }
  /** Anybody. `guard` is the code that limits or checks the request before any trámite is called. */
  | { quien: 'cualquiera'; porque: string; guard?: string };

const TITULAR: Acceso = { quien: 'titular' };
const DEMO: Acceso = { quien: 'demo' };
const TEXTO: Acceso = { quien: 'cualquiera', porque: 'text that is the same for everybody' };

/** Every page and route handler of the portal. A new one is decided here before it is served. */
export const ROUTES: Record<string, Acceso> = {
  '/': TEXTO,
  '/accesibilidad': TEXTO,
  '/api/auth/[...nextauth]': {
    quien: 'cualquiera',
    porque: 'next-auth checks its own csrf token; auth limits by address and judges the e.firma',
  },
  '/api/metricas': {
    quien: 'cualquiera',
    porque: 'loopback, or whoever holds METRICAS_TOKEN',
    guard: 'if (!isLoopback(await findDireccion()) && !hasToken(request)) return',
  },
  '/api/salud/listo': { quien: 'cualquiera', porque: 'health for a load balancer, without personal data' },
  '/api/salud/vivo': { quien: 'cualquiera', porque: 'health for a load balancer, without personal data' },
  '/api/twilio/estado': {
    quien: 'cualquiera',
    porque: 'Twilio, known by its signature',
    guard: 'isValidTwilioSignature(',
  },
  '/aviso-de-privacidad': TEXTO,
  '/ayuda': TEXTO,
  '/buzon': TITULAR,
  '/buzon/aclaraciones': TITULAR,
  '/buzon/aclaraciones/[folio]': TITULAR,
  '/buzon/aclaraciones/[folio]/adjuntos/[numero]': TITULAR,
  '/buzon/aclaraciones/nueva': TITULAR,
  '/buzon/activacion': TITULAR,
  '/buzon/acuses': TITULAR,
  '/buzon/acuses/[folio]/[tipo]': TITULAR,
  '/buzon/comunicados': TITULAR,
  '/buzon/comunicados/[aviso]/constancia.zip': TITULAR,
  '/buzon/medios-de-contacto': TITULAR,
  '/buzon/medios-de-contacto/[folio]/eliminar': TITULAR,
  '/buzon/medios-de-contacto/[folio]/registros-patronales': TITULAR,
  '/buzon/medios-de-contacto/nuevo': TITULAR,
  '/buzon/medios-de-contacto/por-validar': TITULAR,
  '/buzon/medios-de-contacto/nuevo/registros-patronales': TITULAR,
  '/buzon/medios-de-contacto/nuevo/registros-patronales/sin-cupo.csv': TITULAR,
  '/buzon/mis-datos.zip': TITULAR,
  '/buzon/promociones-electronicas': TITULAR,
  '/buzon/representantes': TITULAR,
  '/buzon/representantes/[folio]': TITULAR,
  '/buzon/sesiones': TITULAR,
  '/clientes': TITULAR,
  '/clientes/clientes.csv': TITULAR,
  '/clientes/pedir': TITULAR,
  '/confirmar/[token]': {
    quien: 'cualquiera',
    porque:
      'whoever holds the link of the yearly message: the token is judged by its HMAC; shows nothing of whose it is',
  },
  '/demo': DEMO,
  '/demo/bandeja': DEMO,
  '/demo/bandeja.json': DEMO,
  '/demo/bandeja/[id]': DEMO,
  '/demo/efirmas.json': DEMO,
  '/demo/efirmas/[archivo]': DEMO,
  '/demo/ingresar/[slug]': DEMO,
  '/ingresar': TEXTO,
  '/registro': {
    quien: 'cualquiera',
    porque: 'heads of the log of facts and keys: salted hashes, the same for everybody',
  },
  '/registro/[prueba]': {
    quien: 'cualquiera',
    porque: 'the head and proofs of the log: salted hashes; that of an acuse needs its check value; limited by address',
    guard: 'await allowVerificacion()',
  },
  '/salir': {
    quien: 'cualquiera',
    porque:
      'ends the session of the cookie that came, for a form of this portal only; without one there is nothing to end',
    guard: 'await findOtraSesion(',
  },
  '/soporte': { quien: 'soporte', permiso: 'CONSULTAR' },
  '/soporte/aclaraciones': { quien: 'soporte', permiso: 'CONSULTAR' },
  '/soporte/aclaraciones/[folio]': { quien: 'soporte', permiso: 'CONSULTAR' },
  '/soporte/aclaraciones/[folio]/adjuntos/[numero]': { quien: 'soporte', permiso: 'CONSULTAR' },
  '/soporte/folios/[folio]': { quien: 'soporte', permiso: 'CONSULTAR' },
  '/soporte/folios/[folio]/folio.csv': { quien: 'soporte', permiso: 'CONSULTAR' },
  '/soporte/folios/[folio]/folio.pdf': { quien: 'soporte', permiso: 'CONSULTAR' },
  '/soporte/folios/[folio]/registros-patronales': { quien: 'soporte', permiso: 'CONSULTAR' },
  '/soporte/consultas': { quien: 'soporte', permiso: 'SUPERVISAR' },
  '/soporte/equipo': { quien: 'soporte', permiso: 'SUPERVISAR' },
  '/soporte/equipo/firma': { quien: 'soporte', permiso: 'SUPERVISAR' },
  '/soporte/ingresar': TEXTO,
  '/soporte/sesiones': { quien: 'soporte', permiso: 'CONSULTAR' },
  '/soporte/titulares/[id]': { quien: 'soporte', permiso: 'CONSULTAR' },
  '/soporte/tablero': { quien: 'soporte', permiso: 'SUPERVISAR' },
  '/verificar': {
    quien: 'cualquiera',
    porque: 'whoever holds an acuse: folio with check value, or the hash of the document; limited by address',
    guard: 'await allowVerificacion()',
  },
  '/verificar/[folio]/[tipo]': {
    quien: 'cualquiera',
    porque: 'whoever holds the check value, which the page needs to say anything; personal data is masked',
    guard: 'await allowVerificacion()',
  },
  '/verificar/[folio]/[tipo]/evidencia.zip': {
    quien: 'cualquiera',
    porque:
      'its titular, staff who gave a reason to see the folio, or whoever holds the check value; limited by address',
    guard: 'await allowVerificacion()',
  },
  '/validar/correo/[token]': {
    quien: 'cualquiera',
    porque: 'whoever holds the link; the page shows neither RFC, name nor folio, and opening it validates nothing',
  },
  '/validar/correo/[token]/abierto': {
    quien: 'cualquiera',
    porque: 'the script of that page says that it ran; limited by address, and it tells nothing back',
    guard: 'root().limites.apertura.allow(',
  },
};

/** The server actions that do not ask for a titular first. */
export const OPEN_ACTIONS: Record<string, Extract<Acceso, { quien: 'cualquiera' }>> = {
  issueIngresoChallengeAction: {
    quien: 'cualquiera',
    porque: 'the question that a sign-in answers comes before there is a session; limited by address',
    guard: 'root().limites.ingreso.allow(',
  },
  issueIngresoChallengeDeSoporteAction: {
    quien: 'cualquiera',
    porque: 'the same for the support staff',
    guard: 'root().limites.ingreso.allow(',
  },
  moveRelojAction: { quien: 'cualquiera', porque: 'whoever runs the demo', guard: 'await requireDemo()' },
  setAveriaDeDemoAction: { quien: 'cualquiera', porque: 'whoever runs the demo', guard: 'await requireDemo()' },
  validateCorreoAction: {
    quien: 'cualquiera',
    porque: 'the link proves the address, with or without a session; limited by address',
    guard: "await parseToken(formData, '/validar/correo')",
  },
  disownCorreoAction: {
    quien: 'cualquiera',
    porque: 'whoever holds the link may stop its messages; limited by address',
    guard: "await parseToken(formData, '/validar/correo')",
  },
  reopenCorreoAction: {
    quien: 'cualquiera',
    porque:
      'whoever holds the link that was sent to an address may take back that it is not theirs; limited by address',
    guard: "await parseToken(formData, '/validar/correo')",
  },
  validateMedioAntiguoAction: {
    quien: 'cualquiera',
    porque:
      'whoever gets the yearly message says that it still comes there, with or without a session; limited by address',
    guard: "await parseToken(formData, '/confirmar')",
  },
  keepSesionDeSoporteAction: {
    quien: 'cualquiera',
    porque: 'the same of a staff member’s session',
  },
  keepSesionAction: {
    quien: 'cualquiera',
    porque: 'says whether the session of the cookie that came is open, which is its activity',
  },
};
