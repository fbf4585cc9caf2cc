import type { DatosDeAcuse, DatosDeAcuseDeAclaracion, DatosDeAcuseDeMedio } from '#domain/acuse/datos.ts';
import type { FallaDeAcuse } from '#domain/acuse/falla-de-acuse.ts';
import { hashDe } from '#tramites/bitacora/hash-de.ts';
import type { Contexto } from '#tramites/contexto.ts';
import type { AcuseVerificable } from './find-acuse-verificable.ts';

const CUARTO_MS = 900_000;

/** Where an earlier version wrote an acuse hours off (findShiftedHours), what it wrote with it is off as much. */
export function buildFechado({ fecha, titularId }: Pick<AcuseVerificable, 'fecha' | 'titularId'>, datos: DatosDeAcuse) {
  const corrida = fecha.getTime() - Date.parse(datos.fecha);
  const aceptadas = corrida % CUARTO_MS === 0 && Math.abs(corrida) <= 14 * 4 * CUARTO_MS ? [0, corrida] : [0];
  const isSame = (guardada: Date | null, sellada: string) =>
    guardada !== null && aceptadas.includes(guardada.getTime() - Date.parse(sellada));
  return { titularId, isSame };
}

/** Whose an acuse is, and whether a stored instant is the one under its sello. */
export type Fechado = ReturnType<typeof buildFechado>;

/** That the medio of the acuse still has the value, the owner and the dates that it certifies. */
export async function verifyMedio(
  { db }: Pick<Contexto, 'db'>,
  datos: DatosDeAcuseDeMedio,
  { titularId, isSame }: Fechado,
): Promise<FallaDeAcuse[]> {
  const medio = await db.medioDeContacto.findUnique({
    where: { folio: datos.folioDelMedio ?? datos.folio },
    select: {
      titularId: true,
      mecanismo: true,
      valor: true,
      estado: true,
      registros: true,
      fechaDeRegistro: true,
      fechaDeValidacion: true,
      fechaDeBaja: true,
      alcances: datos.folioDelMedio
        ? { where: { folioDeBaja: datos.folio }, select: { fechaDeBaja: true } }
        : { where: { titularId: { not: titularId } }, take: 1, select: { fechaDeBaja: true } },
    },
  });
  if (!medio) return ['MEDIO_DISTINTO'];
  const { mecanismo, valor } = datos.medio;
  const isSuyo = medio.titularId === titularId && medio.mecanismo === mecanismo && medio.valor === valor;
  const isDeRegistros = (medio.registros !== null) === Boolean(datos.registros);
  return isSuyo && isDeRegistros && hasFechas(medio, datos, isSame) ? [] : ['MEDIO_DISTINTO'];
}

type Fechas = Record<'fechaDeRegistro' | 'fechaDeValidacion' | 'fechaDeBaja', Date | null> & {
  estado: string;
  alcances: { fechaDeBaja: Date | null }[];
};

function hasFechas(medio: Fechas, datos: DatosDeAcuseDeMedio, isSame: Fechado['isSame']): boolean {
  if (datos.tipo === 'REGISTRO') return medio.alcances.length === 0 && isSame(medio.fechaDeRegistro, datos.fecha);
  if (datos.tipo === 'VALIDACION')
    return isSame(medio.fechaDeValidacion, datos.fecha) && (medio.estado === 'VALIDADO' || medio.estado === 'BAJA');
  return datos.folioDelMedio
    ? medio.alcances.every(({ fechaDeBaja }) => isSame(fechaDeBaja, datos.fechaDeBaja))
    : medio.estado === 'BAJA' && isSame(medio.fechaDeBaja, datos.fechaDeBaja);
}

/** Whose it is and of what, the text, in the acuse and as the first message of its folio, and the file that came with it. */
export async function verifyAclaracionPresentada(
  { db }: Pick<Contexto, 'db'>,
  datos: DatosDeAcuseDeAclaracion,
  { titularId, isSame }: Fechado,
): Promise<FallaDeAcuse[]> {
  const { folio, texto, textoSha256, adjunto } = datos;
  const mensaje = await db.mensajeDeAclaracion.findFirst({
    where: { numero: 1, aclaracion: { folio } },
    select: {
      texto: true,
      autor: true,
      fecha: true,
      adjunto: { select: { nombre: true, sha256: true, contenido: true } },
      aclaracion: {
        select: { titularId: true, asunto: true, presentadaEn: true, medio: { select: { folio: true } } },
      },
    },
  });
  const fallas: FallaDeAcuse[] = [];
  const aclaracion = mensaje?.aclaracion;
  const isAsSealed =
    aclaracion?.titularId === titularId &&
    aclaracion.asunto === datos.asunto &&
    aclaracion.medio?.folio === datos.medio?.folio &&
    mensaje?.autor === 'TITULAR' &&
    [aclaracion.presentadaEn, mensaje.fecha].every((fecha) => isSame(fecha, datos.fecha));
  if (!isAsSealed) fallas.push('ACLARACION_DISTINTA');
  if ([texto, mensaje?.texto].some((each) => each === undefined || hashDe(each) !== textoSha256))
    fallas.push('PLANTEAMIENTO_DISTINTO');
  const guardado = mensaje?.adjunto ?? undefined;
  const hashes = [guardado && hashDe(guardado.contenido), guardado?.sha256];
  if (hashes.some((hash) => hash !== adjunto?.sha256) || guardado?.nombre !== adjunto?.nombre)
    fallas.push('ADJUNTO_DISTINTO');
  return fallas;
}
