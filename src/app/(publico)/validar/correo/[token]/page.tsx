import type { SiguientePaso } from '#domain/solicitud/siguiente-paso.ts';
import { type Enlace, findEnlace } from '#tramites/medio-de-contacto/find-medio-by-token.ts';
import { recordApertura } from '#tramites/medio-de-contacto/record-apertura.ts';
import { findEstadoDeActivacion } from '#tramites/solicitud/estado-de-activacion.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { UnEnlace } from '#ui/components/boton/boton.tsx';
import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { DecirQueSeAbrio } from '#ui/medio-de-contacto/al-abrir-el-enlace.tsx';
import {
  CorreoPropio,
  DEMASIADOS_INTENTOS,
  EnlacePorValidar,
  EnlaceRechazado,
} from '#ui/medio-de-contacto/enlace-por-validar.tsx';
import { BotonDelSiguientePaso } from '#ui/solicitud/boton-del-siguiente-paso.tsx';
import { type PropsDePagina, parseBusqueda } from '../../../../_request/parse-busqueda.ts';
import { parsePeticionDeApertura } from '../../../../_request/parse-peticion-de-apertura.ts';
import { contexto, contextoDeTitular } from '../../../../_server/contexto.ts';
import { disownCorreoAction, reopenCorreoAction, validateCorreoAction } from './actions.ts';

export const metadata = { title: 'Validar correo electrónico', robots: { index: false } };

const GRACIAS =
  'Gracias por avisar. No enviaremos más mensajes de ese registro a este correo; no tienes que hacer nada más.';

/**
 * The link «aquí» (guide V, step 5). Opening it never validates: mail scanners open links. With the titular's own
 * session the page sends its form by script. Neither RFC, name nor folio is shown. By whom it was opened is kept.
 */
export default async function ValidarCorreo({ params, searchParams }: PropsDePagina<'token'>) {
  const [{ token }, { ajeno, espera, confirmar }, titular] = await Promise.all([
    params,
    parseBusqueda(searchParams, ['ajeno', 'espera', 'confirmar']),
    contextoDeTitular(),
  ]);
  const ctx = titular ?? contexto(token);
  const enlace = await findEnlace(ctx, token);
  const isOwn = enlace.situacion === 'VALIDADO' && enlace.isOwn;
  const siguiente = isOwn && titular ? (await findEstadoDeActivacion(titular)).siguiente : null;
  const peticion = await parsePeticionDeApertura();
  const aperturaId = peticion && (await recordApertura(ctx, token, peticion));
  return (
    <Pagina titulo="Validar correo electrónico">
      {aperturaId && <DecirQueSeAbrio direccion={`/validar/correo/${token}/abierto`} aperturaId={aperturaId} />}
      {espera && <Aviso tipo="error">{DEMASIADOS_INTENTOS}</Aviso>}
      {enlace.situacion === 'POR_VALIDAR' ? (
        <EnlacePorValidar
          token={token}
          isOwn={enlace.isOwn && !espera}
          validar={validateCorreoAction}
          noEsMio={disownCorreoAction}
          isAsking={confirmar === 'ajeno'}
        />
      ) : (
        <Resultado enlace={enlace} hasSession={titular !== null} isAjeno={ajeno !== undefined} siguiente={siguiente} />
      )}
      {enlace.situacion === 'RECHAZADO' && enlace.error === 'ENLACE_AJENO' && (
        <CorreoPropio token={token} esMio={reopenCorreoAction} isAsking={confirmar === 'propio'} />
      )}
    </Pagina>
  );
}

function Resultado({ enlace, hasSession, isAjeno, siguiente }: PropsDeResultado) {
  if (enlace.situacion === 'VALIDADO')
    return (
      <>
        <Aviso tipo="exito" acciones={<BotonDelSiguientePaso paso={siguiente} />}>
          La validación de tu correo electrónico fue exitosa.
        </Aviso>
        <UnEnlace href={hasSession ? '/buzon/medios-de-contacto' : '/'}>Cerrar</UnEnlace>
      </>
    );
  if (isAjeno && enlace.error === 'ENLACE_AJENO') return <Aviso tipo="exito">{GRACIAS}</Aviso>;
  return <EnlaceRechazado error={enlace.error} />;
}
interface PropsDeResultado {
  enlace: Exclude<Enlace, { situacion: 'POR_VALIDAR' }>;
  hasSession: boolean;
  isAjeno: boolean;
  /** What the titular has to do now, with their own session. */
  siguiente: SiguientePaso | null;
}
