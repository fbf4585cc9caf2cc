import type { ComponentProps, ReactNode } from 'react';
import { Aviso, ResumenDeErrores } from '../aviso/aviso.tsx';
import { Borrador } from '../borrador/borrador.tsx';
import { Acciones, Boton } from '../boton/boton.tsx';
import type { ErrorDeCampo } from '../campo/campo-llenado.ts';
import { Pila } from '../pila/pila.tsx';
import { Formulario } from './formulario.tsx';

/** A form with its fields one under the other and its button at the end, and what was wrong with it when it was sent. */
export function FormularioDeCampos(props: PropsDeCampos) {
  const { vez, error, mensaje, borrador, boton, variante, icono, cancelar, children, ...form } = props;
  return (
    <>
      {error && <ResumenDeErrores key={error.vez ?? vez} error={error} />}
      <Formulario {...form}>
        {borrador && <Borrador key={`borrador-${vez}`} nombre={borrador} isRechazado={Boolean(error ?? mensaje)} />}
        <Pila key={vez}>
          {mensaje && <Aviso tipo="error">{mensaje}</Aviso>}
          {children}
          <Acciones>
            {cancelar}
            <Boton variante={variante} icono={icono}>
              {boton}
            </Boton>
          </Acciones>
        </Pila>
      </Formulario>
    </>
  );
}

export interface PropsDeCampos extends ComponentProps<typeof Formulario> {
  /** How often it was sent, where with each the fields are drawn anew. */
  vez?: number;
  /** Told over the form, with the way to its field. */
  error?: ErrorDeCampo | null;
  /** Told within the form, where it has one field. */
  mensaje?: string | null;
  /** Kept in the browser while it is written, under this name: it tells the form from the person's others. */
  borrador?: string;
  boton: string;
  variante?: ComponentProps<typeof Boton>['variante'];
  icono?: ComponentProps<typeof Boton>['icono'];
  /** The button before it, as of a window. */
  cancelar?: ReactNode;
}
