'use client';

import { useActionState } from 'react';
import { ResumenDeErrores } from '#ui/components/aviso/aviso.tsx';
import { CampoDeParrafos } from '#ui/components/campo/campo-de-parrafos.tsx';
import { FormularioDeCampos } from '#ui/components/formulario/formulario-de-campos.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';

export interface EstadoDeRespuesta {
  vez: number;
  texto: string;
  error: string | null;
}

/** What support answers; it is given back when it is not taken. */
export function FormularioDeRespuesta({ responder, folio, peticionId }: Props) {
  const [{ vez, texto, error }, accion] = useActionState(responder, { vez: 0, texto: '', error: null });
  return (
    <Pila>
      {error && <ResumenDeErrores key={vez} errores={[{ campo: 'texto', mensaje: error }]} />}
      <FormularioDeCampos action={accion} noValidate ocultos={{ folio, peticionId }} vez={vez} boton="Enviar respuesta">
        <CampoDeParrafos
          id="texto"
          etiqueta="Respuesta"
          requerido
          rows={6}
          defaultValue={texto}
          pista="La lee su titular en el Buzón. Hasta 3,000 caracteres."
          error={error ?? undefined}
        />
      </FormularioDeCampos>
    </Pila>
  );
}
interface Props {
  responder: (estado: EstadoDeRespuesta, formData: FormData) => Promise<EstadoDeRespuesta>;
  folio: string;
  peticionId: string;
}
