import { Acciones, Boton } from '#ui/components/boton/boton.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { CamposOcultos } from './campos-ocultos.tsx';
import { EnviarAlCargar } from './enviar-al-cargar.tsx';

type Accion = (formData: FormData) => Promise<void>;

/** A link before its proof: one button that a person presses, or by script with the titular's own session. */
export function EnlacePorValidar({ token, isOwn, validar, noEsMio }: Props) {
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
        <form action={noEsMio}>
          <Pila espacio="junta">
            <CamposOcultos campos={{ token }} />
            <p>¿No pediste este mensaje? Dinos y no enviaremos más de ese registro.</p>
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
}
