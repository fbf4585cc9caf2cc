import type { EnlaceError } from '#domain/medio-de-contacto/errores.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Acciones, Boton, BotonEnlace } from '#ui/components/boton/boton.tsx';
import { Casilla } from '#ui/components/campo/campo.tsx';
import { Formulario } from '#ui/components/formulario/formulario.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { BotonDeVentana, VentanaDeFormulario } from '#ui/components/ventana/ventana.tsx';
import { VolverAlLugar } from '#ui/components/ventana/volver-al-lugar.tsx';
import { MENSAJES_DE_ENLACE } from '#wording/mensajes/mensajes.ts';
import { EnviarAlCargar } from './al-abrir-el-enlace.tsx';

type Accion = (formData: FormData) => Promise<void>;

/** «Este correo no es mío» only asks: what scans mail may press a button, seldom that of the window after it. */
export function EnlacePorValidar({ token, isOwn, validar, noEsMio, isAsking }: Props) {
  if (!isOwn && isAsking) return <VentanaDeAjeno token={token} noEsMio={noEsMio} />;
  return (
    <>
      <Formulario action={validar} ocultos={{ token }}>
        <Pila>
          <p>
            Presiona el botón para confirmar que este correo electrónico es tuyo y que quieres recibir aquí los mensajes
            de este portal.
          </p>
          <Acciones>
            <Boton>Validar correo electrónico</Boton>
          </Acciones>
          {isOwn && <EnviarAlCargar />}
        </Pila>
      </Formulario>
      {!isOwn && (
        <Antes confirmar="ajeno" boton="Este correo no es mío">
          ¿No pediste este mensaje? Dinos y no enviaremos más de ese registro. Antes te preguntaremos de nuevo.
        </Antes>
      )}
    </>
  );
}
interface Props {
  token: string;
  isOwn: boolean;
  validar: Accion;
  noEsMio: Accion;
  isAsking: boolean;
}

function VentanaDeAjeno({ token, noEsMio }: Pick<Props, 'token' | 'noEsMio'>) {
  return (
    <VentanaDeFormulario titulo="Este correo no es mío" {...preguntaDe(token)} action={noEsMio} variante="peligro">
      <p>¿Confirmas que este correo electrónico no es tuyo?</p>
      <p>
        Si aceptas, se cancelará el registro que alguien hizo con él, el enlace dejará de servir, no enviaremos más
        mensajes de ese registro y quien lo hizo no podrá repetirlo. Si el correo es tuyo y lo registraste, presiona
        «Cancelar».
      </p>
      <Casilla
        name="paraTodos"
        etiqueta="Además, que nadie más pueda registrar este correo. Con este mismo enlace podrás permitirlo de nuevo."
      />
    </VentanaDeFormulario>
  );
}

/** The way back of an address that was disowned, for whoever holds the link that was sent to it: asked twice, too. */
export function CorreoPropio({ token, esMio, isAsking }: Pick<Props, 'token' | 'isAsking'> & { esMio: Accion }) {
  if (!isAsking)
    return (
      <Antes confirmar="propio" boton="Este correo sí es mío">
        ¿Te equivocaste? Dinos, y este correo se podrá registrar de nuevo. Antes te preguntaremos.
      </Antes>
    );
  return (
    <VentanaDeFormulario titulo="Este correo sí es mío" {...preguntaDe(token)} action={esMio}>
      <p>¿Confirmas que este correo electrónico es tuyo y que quieres que se pueda registrar de nuevo?</p>
    </VentanaDeFormulario>
  );
}

export const DEMASIADOS_INTENTOS =
  'Hubo demasiados intentos desde tu red. Espera diez minutos y presiona el botón de nuevo; el enlace sigue siendo válido.';

/** Why a link does nothing, and how to go on. */
export function EnlaceRechazado({ error }: { error: EnlaceError }) {
  return (
    <>
      <Aviso tipo={error === 'ENLACE_REABIERTO' ? 'exito' : 'error'}>{MENSAJES_DE_ENLACE[error]}</Aviso>
      <Acciones>
        <BotonEnlace href="/buzon">Ingresar</BotonEnlace>
        <BotonEnlace href="/ayuda" variante="secundario">
          Ayuda
        </BotonEnlace>
      </Acciones>
    </>
  );
}

function Antes({ confirmar, boton, children }: { confirmar: string; boton: string; children: string }) {
  return (
    <Pila espacio="junta">
      <p>{children}</p>
      <BotonDeVentana campos={{ confirmar }} variante="secundario">
        {boton}
      </BotonDeVentana>
      <VolverAlLugar />
    </Pila>
  );
}

function preguntaDe(token: string) {
  return { regresarA: `/validar/correo/${token}`, ocultos: { token, confirmado: 'si' } };
}
