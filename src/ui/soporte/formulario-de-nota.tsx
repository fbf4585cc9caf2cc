'use client';

import { useActionState } from 'react';
import { NOTA_MAXIMA } from '#domain/soporte/texto-de-soporte.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Acciones, Boton } from '#ui/components/boton/boton.tsx';
import { CampoDeParrafos } from '#ui/components/campo/campo-de-parrafos.tsx';
import { Formulario } from '#ui/components/formulario/formulario.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import type { EstadoDeSoporte } from './estado-de-soporte.ts';

/** «Agregar nota», with what was typed while it is not accepted. */
export function FormularioDeNota({ folio, agregar }: Props) {
  const [{ mensaje, vez, campos }, accion] = useActionState(agregar, { mensaje: null, vez: 0, campos: {} });
  return (
    <Formulario action={accion} noValidate>
      <Pila>
        {mensaje && (
          <Aviso key={vez} tipo="error">
            {mensaje}
          </Aviso>
        )}
        <input type="hidden" name="folio" value={folio} />
        <CampoDeParrafos
          key={`texto-${vez}`}
          id="texto"
          etiqueta="Nota"
          pista="La leerá el personal de soporte, no el titular. No se puede cambiar ni borrar. No escribas correos, teléfonos ni RFC."
          requerido
          rows={3}
          maxLength={NOTA_MAXIMA}
          defaultValue={campos.texto}
        />
        <Acciones>
          <Boton variante="secundario">Agregar nota</Boton>
        </Acciones>
      </Pila>
    </Formulario>
  );
}
interface Props {
  folio: string;
  agregar: (estado: EstadoDeSoporte, formData: FormData) => Promise<EstadoDeSoporte>;
}
