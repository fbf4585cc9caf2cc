import type { ReactNode } from 'react';
import { Acciones, Boton } from '#ui/components/boton/boton.tsx';
import { Formulario } from '#ui/components/formulario/formulario.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { BotonCancelar, FORMULARIO_DE_CANCELAR, Ventana } from '#ui/components/ventana/ventana.tsx';
import type { PreguntaDeRegistro } from './estado-del-formulario.ts';

/** «Registrar medio de contacto» (guide V, steps 3 and 9), of one medio or of both. «Cancelar» keeps what was typed. */
export function VentanaDeRegistro({ accion, campos, peticionId, preguntas, children }: Props) {
  return (
    <Ventana
      titulo="Registrar medio de contacto"
      cancelar={{
        formulario: (
          <Formulario id={FORMULARIO_DE_CANCELAR} action={accion} ocultos={{ ...campos, paso: 'llenar' }} hidden />
        ),
      }}
    >
      <Pila>
        {preguntas.map(
          ({ campo, sugerencia }) =>
            sugerencia && (
              <Formulario key={campo} action={accion} ocultos={{ ...campos, [campo]: sugerencia, paso: 'corregir' }}>
                <p>
                  ¿Quisiste escribir <strong>{sugerencia}</strong>?
                </p>
                <Acciones>
                  <Boton variante="secundario" tamano="compacto">
                    Sí, corregirlo
                  </Boton>
                </Acciones>
              </Formulario>
            ),
        )}
        <Formulario action={accion} ocultos={{ ...campos, paso: 'aceptar', peticionId }}>
          <p>¿Desea continuar con el trámite para el Registro de su medio de contacto?</p>
          {preguntas.map(({ campo, mostrado, prefijoQuitado }) => (
            <div key={campo}>
              <p>
                <strong>{mostrado}</strong>
              </p>
              {prefijoQuitado && <p>Quitamos el prefijo {prefijoQuitado}, que ya no se marca.</p>}
            </div>
          ))}
          {children}
          <Acciones>
            <BotonCancelar />
            <Boton>Aceptar</Boton>
          </Acciones>
        </Formulario>
      </Pila>
    </Ventana>
  );
}
interface Props {
  accion: (formData: FormData) => void;
  /** All that the form it stands over needs back. */
  campos: Record<string, string>;
  peticionId: string;
  preguntas: readonly PreguntaDeRegistro[];
  /** What else is asked or told before «Aceptar». */
  children?: ReactNode;
}
