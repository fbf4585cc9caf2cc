import type { Metadata } from 'next';
import { type Enlace, findEnlace } from '#tramites/medio-de-contacto/find-enlace.ts';
import { recordApertura } from '#tramites/medio-de-contacto/record-apertura.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Acciones, BotonEnlace } from '#ui/components/boton/boton.tsx';
import { Encabezado } from '#ui/components/encabezado/encabezado.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { DecirQueSeAbrio } from '#ui/medio-de-contacto/decir-que-se-abrio.tsx';
import { EnlacePorValidar } from '#ui/medio-de-contacto/enlace-por-validar.tsx';
import { MENSAJES_DE_ENLACE } from '#wording/mensajes/mensajes.ts';
import { type Busqueda, parseBusqueda } from '../../../../_request/parse-busqueda.ts';
import { parsePeticionDeApertura } from '../../../../_request/parse-peticion-de-apertura.ts';
import { contexto, contextoDeTitular } from '../../../../_server/contexto.ts';
import { disownCorreoAction, validateCorreoAction } from './actions.ts';

export const metadata: Metadata = { title: 'Validar correo electrónico', robots: { index: false } };

type Props = { params: Promise<{ token: string }>; searchParams: Busqueda };

/**
 * The link «aquí» (guide V, step 5). Opening it never validates: mail scanners open links. With the titular's own
 * session the page sends its form by script. Neither RFC, name nor folio is shown. By whom it was opened is kept.
 */
export default async function ValidarCorreo({ params, searchParams }: Props) {
  const [{ token }, { ajeno, espera, confirmar }, titular] = await Promise.all([
    params,
    parseBusqueda(searchParams, ['ajeno', 'espera', 'confirmar']),
    contextoDeTitular(),
  ]);
  const ctx = titular ?? contexto();
  const enlace = await findEnlace(ctx, token);
  const peticion = await parsePeticionDeApertura();
  const aperturaId = peticion && (await recordApertura(ctx, token, peticion));
  return (
    <Pila espacio="amplia">
      <Encabezado titulo="Validar correo electrónico" />
      {aperturaId && <DecirQueSeAbrio direccion={`/validar/correo/${token}/abierto`} aperturaId={aperturaId} />}
      {espera && (
        <Aviso tipo="error">
          Hubo demasiados intentos desde tu red. Espera diez minutos y presiona el botón de nuevo; el enlace sigue
          siendo válido.
        </Aviso>
      )}
      {enlace.situacion === 'POR_VALIDAR' ? (
        <EnlacePorValidar
          token={token}
          isOwn={enlace.isOwn && !espera}
          validar={validateCorreoAction}
          noEsMio={disownCorreoAction}
          isAsking={confirmar === 'ajeno'}
        />
      ) : (
        <Resultado enlace={enlace} hasSession={titular !== null} isAjeno={ajeno !== undefined} />
      )}
    </Pila>
  );
}

function Resultado({ enlace, hasSession, isAjeno }: PropsDeResultado) {
  if (enlace.situacion === 'VALIDADO')
    return (
      <>
        <Aviso tipo="exito">La validación de tu correo electrónico fue exitosa.</Aviso>
        <Acciones>
          <BotonEnlace href={hasSession ? '/buzon/medios-de-contacto' : '/'}>Cerrar</BotonEnlace>
        </Acciones>
      </>
    );
  if (isAjeno && enlace.error === 'ENLACE_AJENO')
    return (
      <Aviso tipo="exito">
        Gracias por avisar. No enviaremos más mensajes de ese registro a este correo; no tienes que hacer nada más.
      </Aviso>
    );
  return (
    <>
      <Aviso tipo="error">{MENSAJES_DE_ENLACE[enlace.error]}</Aviso>
      <Acciones>
        <BotonEnlace href="/ingresar">Ingresar</BotonEnlace>
        <BotonEnlace href="/ayuda" variante="secundario">
          Ayuda
        </BotonEnlace>
      </Acciones>
    </>
  );
}
interface PropsDeResultado {
  enlace: Exclude<Enlace, { situacion: 'POR_VALIDAR' }>;
  hasSession: boolean;
  isAjeno: boolean;
}
