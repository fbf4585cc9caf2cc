import type { ReactNode } from 'react';
import { Acciones, Boton } from '#ui/components/boton/boton.tsx';
import { Casilla } from '#ui/components/casilla/casilla.tsx';
import { Formulario } from '#ui/components/formulario/formulario.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { BotonDeVentana } from '#ui/components/ventana/boton-de-ventana.tsx';
import { BotonCancelar, Ventana } from '#ui/components/ventana/ventana.tsx';
import { VolverAlLugar } from '#ui/components/ventana/volver-al-lugar.tsx';
import { EnviarAlCargar } from './enviar-al-cargar.tsx';

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
    <Pregunta titulo="Este correo no es mío" token={token} accion={noEsMio} variante="peligro">
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
    </Pregunta>
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
    <Pregunta titulo="Este correo sí es mío" token={token} accion={esMio}>
      <p>¿Confirmas que este correo electrónico es tuyo y que quieres que se pueda registrar de nuevo?</p>
    </Pregunta>
  );
}

/** Brings the same page with its question. */
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

function Pregunta({ titulo, token, accion, variante, children }: PropsDePregunta) {
  return (
    <Ventana titulo={titulo} cancelar={{ href: `/validar/correo/${token}` }}>
      <Formulario action={accion} ocultos={{ token, confirmado: 'si' }}>
        <Pila>
          {children}
          <Acciones>
            <Boton variante={variante}>Aceptar</Boton>
            <BotonCancelar />
          </Acciones>
        </Pila>
      </Formulario>
    </Ventana>
  );
}
interface PropsDePregunta {
  titulo: string;
  token: string;
  accion: Accion;
  variante?: 'peligro';
  children: ReactNode;
}
