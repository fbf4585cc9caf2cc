import { Acciones, Boton } from '#ui/components/boton/boton.tsx';
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
    <Ventana titulo="Este correo no es mío" cancelar={{ href: `/validar/correo/${token}` }}>
      <form action={noEsMio}>
        <Pila>
          <CamposOcultos campos={{ token, confirmado: 'si' }} />
          <p>¿Confirmas que este correo electrónico no es tuyo?</p>
          <p>
            Si aceptas, se cancelará el registro que alguien hizo con él, el enlace dejará de servir y no enviaremos más
            mensajes de ese registro. Si el correo es tuyo y lo registraste, presiona «Cancelar».
          </p>
          <Acciones>
            <Boton variante="peligro">Aceptar</Boton>
            <BotonCancelar />
          </Acciones>
        </Pila>
      </form>
    </Ventana>
  );
}
