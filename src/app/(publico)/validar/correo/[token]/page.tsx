import type { Metadata } from 'next';
import type { EnlaceError } from '#domain/medio-de-contacto/errores.ts';
import { readEnlace } from '#tramites/medio-de-contacto/read-enlace.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Acciones, Boton, BotonEnlace } from '#ui/components/boton/boton.tsx';
import { Encabezado } from '#ui/components/encabezado/encabezado.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { EnviarAlCargar } from '#ui/medio-de-contacto/enviar-al-cargar.tsx';
import { MENSAJES_DE_ENLACE } from '#ui/mensajes.ts';
import { contexto, contextoDeTitular } from '../../../../_server/contexto.ts';
import { validarCorreo } from './actions.ts';

export const metadata: Metadata = { title: 'Validar correo electrónico', robots: { index: false } };

/**
 * The link «aquí» (guide V, step 5). Opening it never validates: mail scanners open links. With the titular's own
 * session the page sends its form by script; anyone else presses the button. Neither RFC, name nor folio is shown.
 */
export default async function ValidarCorreo({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const titular = await contextoDeTitular();
  const enlace = await readEnlace(titular ?? contexto(), token);
  return (
    <Pila espacio="amplia">
      <Encabezado titulo="Validar correo electrónico" />
      {enlace.situacion === 'VALIDADO' && <Validado hasSession={titular !== null} />}
      {enlace.situacion === 'POR_VALIDAR' && (
        <form action={validarCorreo}>
          <input type="hidden" name="token" value={token} />
          <p>
            Presiona el botón para confirmar que este correo electrónico es tuyo y que quieres recibir aquí los avisos.
          </p>
          <Acciones>
            <Boton>Validar correo electrónico</Boton>
          </Acciones>
          {enlace.isOwn && <EnviarAlCargar />}
        </form>
      )}
      {enlace.situacion === 'RECHAZADO' && <Rechazado error={enlace.error} />}
    </Pila>
  );
}

function Validado({ hasSession }: { hasSession: boolean }) {
  return (
    <>
      <Aviso tipo="exito">
        <p>La validación de tu correo electrónico fue exitosa.</p>
      </Aviso>
      <Acciones>
        <BotonEnlace href={hasSession ? '/buzon/medios-de-contacto' : '/'}>Cerrar</BotonEnlace>
      </Acciones>
    </>
  );
}

function Rechazado({ error }: { error: EnlaceError }) {
  return (
    <>
      <Aviso tipo="error">
        <p>{MENSAJES_DE_ENLACE[error]}</p>
      </Aviso>
      <Acciones>
        <BotonEnlace href="/ingresar">Ingresar</BotonEnlace>
        <BotonEnlace href="/ayuda" variante="secundario">
          Ayuda
        </BotonEnlace>
      </Acciones>
    </>
  );
}
