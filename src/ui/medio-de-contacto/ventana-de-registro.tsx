import type { ReactNode } from 'react';
import { Acciones, Boton } from '#ui/components/boton/boton.tsx';
import { CamposOcultos } from '#ui/components/formulario/campos-ocultos.tsx';
import { Formulario } from '#ui/components/formulario/formulario.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { BotonCancelar, FORMULARIO_DE_CANCELAR, Ventana } from '#ui/components/ventana/ventana.tsx';
import type { MedioEscrito, PreguntaDeRegistro } from './estado-del-formulario.ts';

/** «Registrar medio de contacto» (guide V, steps 3 and 9). «Cancelar» keeps what was typed. */
export function VentanaDeRegistro({ accion, pregunta: estado, campos = {}, children }: Props) {
  const { mecanismo, valor, peticionId, pregunta } = estado;
  return (
    <Ventana
      titulo="Registrar medio de contacto"
      cancelar={{
        formulario: (
          <Formulario id={FORMULARIO_DE_CANCELAR} action={accion} hidden>
            <CamposOcultos campos={{ ...campos, paso: 'llenar', mecanismo, valor }} />
          </Formulario>
        ),
      }}
    >
      <Pila>
        {pregunta.sugerencia && <Correccion accion={accion} correo={pregunta.sugerencia} campos={campos} />}
        <Formulario action={accion}>
          <CamposOcultos campos={{ ...campos, paso: 'aceptar', mecanismo, valor, peticionId }} />
          <p>¿Desea continuar con el trámite para el Registro de su medio de contacto?</p>
          <p>
            <strong>{pregunta.mostrado}</strong>
          </p>
          {pregunta.prefijoQuitado && <p>Quitamos el prefijo {pregunta.prefijoQuitado}, que ya no se marca.</p>}
          {children}
          <Acciones>
            <Boton>Aceptar</Boton>
            <BotonCancelar />
          </Acciones>
        </Formulario>
      </Pila>
    </Ventana>
  );
}
interface Props {
  accion: (formData: FormData) => void;
  pregunta: MedioEscrito & { peticionId: string; pregunta: PreguntaDeRegistro };
  /** What else the form it stands over needs back. */
  campos?: Record<string, string>;
  /** What else is asked or told before «Aceptar». */
  children?: ReactNode;
}

function Correccion({ accion, correo, campos }: PropsDeCorreccion) {
  return (
    <Formulario action={accion}>
      <CamposOcultos campos={{ ...campos, paso: 'corregir', mecanismo: 'CORREO_ELECTRONICO', valor: correo }} />
      <p>
        ¿Quisiste escribir <strong>{correo}</strong>?
      </p>
      <Acciones>
        <Boton variante="secundario" tamano="compacto">
          Sí, corregirlo
        </Boton>
      </Acciones>
    </Formulario>
  );
}
interface PropsDeCorreccion {
  accion: (formData: FormData) => void;
  correo: string;
  campos: Record<string, string>;
}
