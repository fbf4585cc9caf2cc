import type { ComponentProps, ReactNode } from 'react';
import { Acciones, Boton } from '../boton/boton.tsx';
import { Pila } from '../pila/pila.tsx';
import { CamposOcultos } from './campos-ocultos.tsx';
import { Formulario } from './formulario.tsx';

/** A form with its fields one under the other and its button at the end. */
export function FormularioDeCampos({ ocultos = {}, vez, boton, variante, cancelar, children, ...form }: Props) {
  return (
    <Formulario {...form}>
      <Pila key={vez}>
        <CamposOcultos campos={ocultos} />
        {children}
        <Acciones>
          <Boton variante={variante}>{boton}</Boton>
          {cancelar}
        </Acciones>
      </Pila>
    </Formulario>
  );
}

interface Props extends ComponentProps<'form'> {
  ocultos?: Record<string, string>;
  /** How often it was sent, where with each the fields are drawn anew. */
  vez?: number;
  boton: string;
  variante?: ComponentProps<typeof Boton>['variante'];
  /** The second button, of a window. */
  cancelar?: ReactNode;
}
