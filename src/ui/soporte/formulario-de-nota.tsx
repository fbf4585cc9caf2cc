'use client';

import { useActionState } from 'react';
import { NOTA_MAXIMA } from '#domain/soporte/texto-de-soporte.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { CampoDeParrafos } from '#ui/components/campo/campo-de-parrafos.tsx';
import { FormularioDeCampos } from '#ui/components/formulario/formulario-de-campos.tsx';
import type { EstadoDeSoporte } from './estado-de-soporte.ts';

/** «Agregar nota», with what was typed while it is not accepted. */
export function FormularioDeNota({ folio, agregar }: Props) {
  const [{ mensaje, vez, campos }, accion] = useActionState(agregar, { mensaje: null, vez: 0, campos: {} });
  return (
    <FormularioDeCampos action={accion} noValidate ocultos={{ folio }} boton="Agregar nota" variante="secundario">
      {mensaje && (
        <Aviso key={vez} tipo="error">
          {mensaje}
        </Aviso>
      )}
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
    </FormularioDeCampos>
  );
}
interface Props {
  folio: string;
  agregar: (estado: EstadoDeSoporte, formData: FormData) => Promise<EstadoDeSoporte>;
}
