import type { ReactNode } from 'react';
import { Acciones, Boton } from '#ui/components/boton/boton.tsx';
import { Casilla } from '#ui/components/casilla/casilla.tsx';
import { CamposOcultos } from '#ui/components/formulario/campos-ocultos.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { BotonCancelar, Ventana } from '#ui/components/ventana/ventana.tsx';
import { EnviarAlCargar } from './enviar-al-cargar.tsx';

type Accion = (formData: FormData) => Promise<void>;

/** «Este correo no es mío» only asks: what scans mail may press a button, seldom that of the window after it. */
export function EnlacePorValidar({ token, isOwn, validar, noEsMio, isAsking }: Props) {
  if (!isOwn && isAsking) return <VentanaDeAjeno token={token} noEsMio={noEsMio} />;
  return (
    <>
      <form action={validar}>
        <Pila>
          <CamposOcultos campos={{ token }} />
          <p>
            Presiona el botón para confirmar que este correo electrónico es tuyo y que quieres recibir aquí los mensajes
            de este portal.
          </p>
          <Acciones>
            <Boton>Validar correo electrónico</Boton>
          </Acciones>
          {isOwn && <EnviarAlCargar />}
        </Pila>
      </form>
      {!isOwn && (
        <form method="get">
          <Pila espacio="junta">
            <CamposOcultos campos={{ confirmar: 'ajeno' }} />
            <p>¿No pediste este mensaje? Dinos y no enviaremos más de ese registro. Antes te preguntaremos de nuevo.</p>
            <Acciones>
              <Boton variante="secundario">Este correo no es mío</Boton>
            </Acciones>
          </Pila>
        </form>
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
      <form method="get">
        <Pila espacio="junta">
          <CamposOcultos campos={{ confirmar: 'propio' }} />
          <p>¿Te equivocaste? Dinos, y este correo se podrá registrar de nuevo. Antes te preguntaremos.</p>
          <Acciones>
            <Boton variante="secundario">Este correo sí es mío</Boton>
          </Acciones>
        </Pila>
      </form>
    );
  return (
    <Pregunta titulo="Este correo sí es mío" token={token} accion={esMio}>
      <p>¿Confirmas que este correo electrónico es tuyo y que quieres que se pueda registrar de nuevo?</p>
    </Pregunta>
  );
}

function Pregunta({ titulo, token, accion, variante, children }: PropsDePregunta) {
  return (
    <Ventana titulo={titulo} cancelar={{ href: `/validar/correo/${token}` }}>
      <form action={accion}>
        <Pila>
          <CamposOcultos campos={{ token, confirmado: 'si' }} />
          {children}
          <Acciones>
            <Boton variante={variante}>Aceptar</Boton>
            <BotonCancelar />
          </Acciones>
        </Pila>
      </form>
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
