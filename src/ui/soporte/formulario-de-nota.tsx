'use client';

import { NOTA_MAXIMA } from '#domain/soporte/texto-de-soporte.ts';
import { CampoDeParrafos } from '#ui/components/campo/campo.tsx';
import { type AccionDeCampos, useLlenado } from '#ui/components/campo/campo-llenado.ts';
import { FormularioDeCampos } from '#ui/components/formulario/formulario-de-campos.tsx';

/** «Agregar nota», with what was typed while it is not accepted. */
export function FormularioDeNota({ agregar, ...ocultos }: PropsDeNota) {
  const { form, error, de } = useLlenado(agregar, { texto: '' });
  return (
    <FormularioDeCampos
      {...form}
      mensaje={error?.mensaje}
      ocultos={ocultos}
      borrador={`nota ${ocultos.folio}`}
      boton="Agregar nota"
      variante="secundario"
    >
      <CampoDeParrafos
        {...de('texto')}
        etiqueta="Nota"
        pista="La leerá el personal de soporte, no el titular. No se puede cambiar ni borrar. No escribas correos, teléfonos ni RFC."
        requerido
        rows={3}
        maxLength={NOTA_MAXIMA}
      />
    </FormularioDeCampos>
  );
}
export interface PropsDeNota {
  folio: string;
  agregar: AccionDeCampos<Record<'texto', string>>;
}
