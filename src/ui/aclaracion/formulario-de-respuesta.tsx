'use client';

import { useActionState } from 'react';
import { ResumenDeErrores } from '#ui/components/aviso/aviso.tsx';
import { Acciones, Boton } from '#ui/components/boton/boton.tsx';
import { CampoDeParrafos } from '#ui/components/campo/campo-de-parrafos.tsx';
import { Formulario } from '#ui/components/formulario/formulario.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { CamposOcultos } from '#ui/medio-de-contacto/campos-ocultos.tsx';

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
      <Formulario action={accion} noValidate>
        <Pila key={vez}>
          <CamposOcultos campos={{ folio, peticionId }} />
          <CampoDeParrafos
            id="texto"
            etiqueta="Respuesta"
            requerido
            rows={6}
            defaultValue={texto}
            pista="La lee su titular en el Buzón. Hasta 3,000 caracteres."
            error={error ?? undefined}
          />
          <Acciones>
            <Boton>Enviar respuesta</Boton>
          </Acciones>
        </Pila>
      </Formulario>
    </Pila>
  );
}
interface Props {
  responder: (estado: EstadoDeRespuesta, formData: FormData) => Promise<EstadoDeRespuesta>;
  folio: string;
  peticionId: string;
}
