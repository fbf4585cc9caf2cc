import {
  type Campos,
  type ClaseDeNotificacion,
  type DestinoReportado,
  listDirecciones,
  type Notificacion,
  readDestino,
} from '#formats/rebote/destino-reportado.ts';
import { isDeServidor, isRespuestaAutomatica, readTexto } from '#formats/rebote/read-texto.ts';
import { type Mensaje, openMensaje, readCampos } from './open-mensaje.ts';

const ESTADO = /^message\/(?:global-)?delivery-status$/;
const QUEJA = 'message/feedback-report';
const ACUSE_DE_LECTURA = /^message\/(?:global-)?disposition-notification$/;
/** Kinds of ARF (RFC 5965, 6591) that are no complaint of who got the message. */
const SIN_QUEJA = /^(?:auth-failure|not-spam|dkim|virus-free)$/;
const MAX_GRUPOS = 50;
const MAX_TEXTO = 200_000;

/** Null when it is no message. Never throws for what it holds. */
export async function readRebote(source: Buffer): Promise<Notificacion | null> {
  const mensaje = await openMensaje(source);
  if (!mensaje) return null;
  const textos = [source.toString('latin1'), ...listTextos(mensaje)];
  const idPropio = /^<?([^@<>\s]{1,100})@/.exec(mensaje.cabeceras.get('message-id') ?? '')?.[1]?.toLowerCase() ?? null;
  return {
    ...(await classify(mensaje)),
    firmas: listFirmas(mensaje.cabeceras, textos, idPropio),
    idPropio,
    texto: textos.join('\n').slice(0, MAX_TEXTO),
  };
}

type Clasificado = Pick<Notificacion, 'clase' | 'destinos' | 'esDeServidor'>;

/** By the outermost message that says something: gateways wrap a report in a message of their own. */
async function classify(mensaje: Mensaje): Promise<Clasificado> {
  const queja = partOf(mensaje, (tipo) => tipo === QUEJA);
  if (queja !== undefined) return readQueja(await readCampos(queja));
  for (const each of flatten(mensaje)) {
    const informe = await readInforme(each);
    if (informe) return informe;
  }
  const isAutomatica =
    isRespuestaAutomatica(mensaje.cabeceras) || partOf(mensaje, (tipo) => ACUSE_DE_LECTURA.test(tipo)) !== undefined;
  return withoutDestinos(isAutomatica ? 'RESPUESTA_AUTOMATICA' : 'OTRO');
}

function withoutDestinos(clase: ClaseDeNotificacion): Clasificado {
  return { clase, destinos: [], esDeServidor: false };
}

function readQueja(campos: Campos): Clasificado {
  const codigo = /^[a-z-]{1,32}/.exec((campos.get('feedback-type') ?? 'abuse').toLowerCase())?.[0] ?? 'other';
  if (SIN_QUEJA.test(codigo)) return withoutDestinos('OTRO');
  const destino = { accion: 'complaint', codigo, diagnostico: '', direcciones: [] };
  return { clase: 'QUEJA', destinos: [destino], esDeServidor: false };
}

async function readInforme(mensaje: Mensaje): Promise<Clasificado | null> {
  const { cabeceras, texto, partes } = mensaje;
  const estados = partes.filter(({ tipo }) => ESTADO.test(tipo));
  const conInforme = estados.length > 0;
  const esDeServidor = conInforme || isDeServidor(cabeceras);
  // Whole reports also come as text, and as files of any type.
  const fuentes = conInforme ? estados : [{ texto }, ...partes].filter((parte) => hasCampos(parte.texto));
  const destinos: DestinoReportado[] = [];
  for (const fuente of fuentes) destinos.push(...(await readDestinos(fuente.texto, conInforme)));
  if (destinos.length === 0 && esDeServidor) destinos.push(...destinosDeTexto(cabeceras, texto, conInforme));
  return destinos.length > 0 || conInforme ? { clase: 'INFORME', destinos, esDeServidor } : null;
}

function hasCampos(texto: string): boolean {
  return /^final-recipient[ \t]*:/im.test(texto) && /^action[ \t]*:/im.test(texto);
}

async function readDestinos(texto: string, conInforme: boolean): Promise<DestinoReportado[]> {
  const groups = texto.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n+/);
  const told = groups.filter((group) => /^(?:action|status|diagnostic-code)[ \t]*:/im.test(group)).slice(0, MAX_GRUPOS);
  const destinos: DestinoReportado[] = [];
  for (const group of told) {
    const destino = readDestino(await readCampos(group.trim()));
    if (destino && (conInforme || destino.direcciones.length > 0)) destinos.push(destino);
  }
  return destinos;
}

/** Where the report is empty, its words only count with a code or with the header that names who was not reached. */
function destinosDeTexto(cabeceras: Campos, texto: string, conInforme: boolean): DestinoReportado[] {
  const leido = readTexto(texto, cabeceras.get('subject') ?? '');
  const noAlcanzados = listDirecciones(cabeceras.get('x-failed-recipients') ?? '');
  const { accion = 'failed', codigo = '', diagnostico = '', direcciones = [] } = leido ?? {};
  if (noAlcanzados.length > 0) return [{ accion, codigo, diagnostico, direcciones: noAlcanzados }];
  return leido && (leido.conCodigo || !conInforme) ? [{ accion, codigo, diagnostico, direcciones }] : [];
}

function flatten(mensaje: Mensaje): Mensaje[] {
  return [mensaje, ...mensaje.incluidos.flatMap(flatten)];
}

function partOf(mensaje: Mensaje, isIt: (tipo: string) => boolean): string | undefined {
  return flatten(mensaje)
    .flatMap(({ partes }) => partes)
    .find(({ tipo }) => isIt(tipo))?.texto;
}

function listTextos(mensaje: Mensaje): string[] {
  return flatten(mensaje).flatMap(({ texto, partes }) => [texto, ...partes.map((parte) => parte.texto)]);
}

const RETORNO = /(?<![\da-z])[\da-z]{41}(?=[@=/])|(?<=env(?:elope-)?id\s?[:=]\s{0,3})[\da-z]{41}(?![\da-z])/gi;
const ID = /(?<![\da-f-])[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}(?:\.[\da-f]{1,64})?(?=@)/gi;

/** Headers in which who delivers a message writes to whom it really went. */
const ENTREGA = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'x-rcpt-to', 'to', 'received'];
const MAX_FIRMAS = 50;

/** All that may be an id of the portal's, by how far it is to be believed. The report's own is none. */
function listFirmas(cabeceras: Campos, textos: readonly string[], idPropio: string | null): string[] {
  const arrival = ENTREGA.map((name) => cabeceras.get(name) ?? '');
  const inAll = (pattern: RegExp) => textos.flatMap((texto) => texto.match(pattern) ?? []);
  const found = [...arrival.flatMap((value) => value.match(RETORNO) ?? []), ...inAll(RETORNO), ...inAll(ID)];
  const firmas = new Set(found.map((each) => each.toLowerCase()));
  if (idPropio !== null) firmas.delete(idPropio);
  return [...firmas].slice(0, MAX_FIRMAS);
}
