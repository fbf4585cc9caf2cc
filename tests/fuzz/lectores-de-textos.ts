import type { IncomingMessage } from 'node:http';
import type { BlockList } from 'node:net';
import { parsePosicionDeBitacora } from '#app/_request/parse-posicion-de-bitacora.ts';
import { parseRegreso } from '#app/_request/parse-regreso.ts';
import { parsePosicion } from '#app/(soporte)/soporte/aclaraciones/posicion.ts';
import { groupFields, parseEstado } from '#app/api/twilio/estado/parse-estado.ts';
import { parseTexto } from '#domain/aclaracion/texto.ts';
import { parseCheckValue } from '#domain/acuse/check-value.ts';
import { parseDatosDeAcuse } from '#domain/acuse/datos.ts';
import { cleanNombreDeArchivo, dispositionOf } from '#domain/adjunto/nombre-de-archivo.ts';
import { cleanPath, cleanToken } from '#domain/direccion-pegada.ts';
import { parseLoginText } from '#domain/efirma/login-text.ts';
import { parseCurpDelCertificado, parseRfcDelCertificado } from '#domain/efirma/sujeto.ts';
import { parseFolio } from '#domain/folio.ts';
import { maskCorreo, maskNombre } from '#domain/mascara.ts';
import { readAgente } from '#domain/medio-de-contacto/apertura.ts';
import { readCodigos } from '#domain/medio-de-contacto/codigo.ts';
import { parseCorreo } from '#domain/medio-de-contacto/correo.ts';
import { parseEtiqueta } from '#domain/medio-de-contacto/etiqueta.ts';
import { suggestCorreo } from '#domain/medio-de-contacto/sugerencia-de-correo.ts';
import { parseTelefono } from '#domain/medio-de-contacto/telefono.ts';
import { parseBusquedaDeRegistro, parsePrefijoDeNumero, parseRegistroPatronal } from '#domain/registro-patronal.ts';
import { judgePedido, pedidosDeCsv } from '#domain/representacion/peticion.ts';
import { parseRfc } from '#domain/rfc.ts';
import { parseConsulta } from '#domain/soporte/consulta.ts';
import { coverDatosPersonales, hasDatosPersonales } from '#domain/soporte/datos-personales.ts';
import { girosDeNombre, nombreBuscable } from '#domain/soporte/nombre-buscable.ts';
import { parseRango } from '#domain/soporte/rango-del-tablero.ts';
import { parseDetalle, parseNota } from '#domain/soporte/texto-de-soporte.ts';
import { toLineaDeCsv } from '#formats/csv/csv.ts';
import { listDirecciones } from '#formats/rebote/destino-reportado.ts';
import { readTexto } from '#formats/rebote/read-texto.ts';
import { lengthGsm7 } from '#formats/texto/gsm7.ts';
import { cleanText } from '#formats/texto/texto-limpio.ts';
import { plainSigns } from '#formats/texto/texto-tecleado.ts';
import { createClaves } from '#infra/claves/claves.ts';
import { isDesfase } from '#infra/clock/clock.ts';
import { readLayout } from '#infra/correo/layout.ts';
import { readAceptacion, readRechazo } from '#infra/correo/verdicts.ts';
import { parseRedes } from '#infra/env/redes.ts';
import { redesDe } from '#infra/limite/limite.ts';
import { readError } from '#infra/sms/sms.ts';
import { isValidTwilioSignature } from '#infra/sms/twilio-signature.ts';
import { mendAddress } from '#server/mend-address.ts';
import { routeOf } from '#server/route-of.ts';
import { settleDireccion } from '#server/settle-direccion.ts';
import { isTokenOf, readMedioId } from '#tramites/enlace/enlace-de-correo.ts';
import { listPistas } from '#ui/efirma/password-hints.ts';
import { type Lector, ofTexto } from './lector.ts';

/** What a form or an address lets through before it is read; headers of a request together; a body of Twilio. */
const [FORMULARIO, CABECERAS, TWILIO] = [10_000, 16_384, 16_384];

const CLAVES = createClaves(['un secreto de prueba de treinta y dos caracteres']);
const SIN_ID = '00000000-0000-4000-8000-000000000000';
const redes = parseRedes('10.0.0.0/8,2001:db8::/32') as BlockList;

const TECLEADOS = ofTexto('datos.txt', FORMULARIO, {
  'domain/medio-de-contacto/correo': (text) => [parseCorreo(text), suggestCorreo(text), maskCorreo(text)],
  'domain/medio-de-contacto/telefono': parseTelefono,
  'domain/medio-de-contacto/codigo': readCodigos,
  'domain/medio-de-contacto/etiqueta': parseEtiqueta,
  'domain/rfc': (text) => [parseRfc(text), parseRfcDelCertificado(text), parseCurpDelCertificado(text)],
  'domain/representacion/peticion': (text) => [pedidosDeCsv(text), judgePedido(text, 'GODE561231GR8')],
  'domain/folio': parseFolio,
  'domain/registro-patronal': (text) => [
    parseRegistroPatronal(text),
    parseBusquedaDeRegistro(text),
    parsePrefijoDeNumero(text),
  ],
  'domain/acuse/check-value': parseCheckValue,
  'domain/aclaracion/texto': parseTexto,
  'domain/adjunto/nombre-de-archivo': (text) => dispositionOf(cleanNombreDeArchivo(text, 'PDF')),
  'domain/direccion-pegada (enlace)': cleanToken,
  'domain/efirma/login-text': parseLoginText,
  'domain/soporte/consulta': parseConsulta,
  'domain/soporte/nombre-buscable': (text) => [
    nombreBuscable(text.slice(0, 300)),
    girosDeNombre(text.slice(0, 300)),
    maskNombre(text),
  ],
  'domain/soporte/texto-de-soporte': (text) => [parseDetalle(text), parseNota(text), parseRango(text)],
  'domain/soporte/datos-personales': (text) => [hasDatosPersonales(text), coverDatosPersonales(text)],
  'formats/texto': (text) => [cleanText(text), plainSigns(text), lengthGsm7(text)],
  'formats/csv/csv': (text) => toLineaDeCsv([text]),
  'infra/correo/layout': readLayout,
  'formats/rebote': (text) => [readTexto(text, text.slice(0, 200)), listDirecciones(text)],
  'infra/correo/verdicts': (text) => readAceptacion(text, '<a@b>'),
  'infra/clock': isDesfase,
  'ui/efirma/password-hints': (text) => listPistas(text.slice(0, 1_000)),
});

const DE_UNA_PETICION = [
  ...ofTexto('datos.txt', CABECERAS, {
    'server/route-of y domain/direccion-pegada': (text) => [routeOf(asNodeGives(text)), cleanPath(asNodeGives(text))],
    'server/mend-address': (text) => mendAddress({ url: asNodeGives(text) }),
    'infra/env/redes': parseRedes,
    'tramites/enlace y app/_request': (text) => [
      readMedioId(text),
      isTokenOf(CLAVES, { id: SIN_ID, claveId: CLAVES.idVigente }, text),
      parsePosicion(text),
      parsePosicionDeBitacora(text),
      parseRegreso(text, 'buzon'),
    ],
    'infra/limite': redesDe,
    'domain/medio-de-contacto/apertura': (text) => readAgente(text, { isAnticipada: false }),
  }),
  ...ofTexto('proxy.txt', CABECERAS, { 'server/settle-direccion': settle }),
  ...ofTexto('twilio.txt', TWILIO, {
    'app/api/twilio/estado': (text) => {
      const form = new URLSearchParams(text);
      const params = groupFields(form);
      const asked = { authToken: 'x', signature: text.slice(0, 28), url: 'https://buzon.example/api/twilio/estado' };
      return [parseEstado(form), isValidTwilioSignature({ ...asked, params })];
    },
  }),
];

const JSON_DE_OTROS = ofTexto('json.txt', CABECERAS, {
  'infra/sms/sms': (text) => withJson(text, (json) => readError(asError(json))),
  'infra/correo/verdicts (rechazo)': (text) => withJson(text, (json) => readRechazo(asError(json), true)),
});

/** Of our own database: what is none of it is a fault of ours, and throws. */
const GUARDADO = ofTexto('json.txt', CABECERAS, {
  'domain/acuse/datos': (text) => withJson(text, parseDatosDeAcuse),
}).map((lector) => ({ ...lector, fallas: [Error] }));

export const LECTORES_DE_TEXTOS: readonly Lector[] = [...TECLEADOS, ...DE_UNA_PETICION, ...JSON_DE_OTROS, ...GUARDADO];

/** A line of a request comes as bytes, each a character. */
function asNodeGives(text: string): string {
  return Buffer.from(text).toString('latin1');
}

/** As the libraries of providers throw what they were answered. */
function asError(json: unknown): Error {
  return Object.assign(new Error('x'), typeof json === 'object' ? json : {});
}

function withJson(text: string, read: (json: unknown) => unknown): unknown {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  return read(json);
}

/** The three headers that a proxy may send, as Node gives them. */
function settle(text: string): unknown {
  const [forwardedFor = '', forwarded = '', real = ''] = text.split('|');
  const given = { 'x-forwarded-for': forwardedFor, forwarded, 'x-real-ip': real, 'x-forwarded-host': real };
  const headersDistinct = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, [value]]));
  const socket = { remoteAddress: '10.0.0.1' };
  return settleDireccion({ headers: { ...given }, headersDistinct, socket } as unknown as IncomingMessage, redes);
}
