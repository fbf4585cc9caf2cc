'use client';

import { CampoDeParrafos } from '#ui/components/campo/campo.tsx';
import { type AccionDeCampos, useLlenado } from '#ui/components/campo/campo-llenado.ts';
import { FormularioDeCampos } from '#ui/components/formulario/formulario-de-campos.tsx';

/** What support answers; it is given back when it is not taken. */
export function FormularioDeRespuesta({ responder, ...ocultos }: Props) {
  const { form, error, de } = useLlenado(responder, { texto: '' });
  return (
    <FormularioDeCampos
      {...form}
      error={error}
      ocultos={ocultos}
      borrador={`respuesta ${ocultos.folio}`}
      boton="Enviar respuesta"
    >
      <CampoDeParrafos
        {...de('texto')}
        etiqueta="Respuesta"
        requerido
        rows={6}
        pista="La lee su titular en el Buzón. Hasta 3,000 caracteres."
      />
    </FormularioDeCampos>
  );
}
interface Props {
  responder: AccionDeCampos<Record<'texto', string>>;
  folio: string;
  peticionId: string;
}
