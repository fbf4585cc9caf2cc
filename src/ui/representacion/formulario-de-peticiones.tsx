'use client';

import { useActionState } from 'react';
import type { ResultadoDePeticion } from '#domain/representacion/peticion.ts';
import { CampoDeTexto } from '#ui/components/campo/campo.tsx';
import { type ErrorDeCampo, llenarCon } from '#ui/components/campo/campo-llenado.ts';
import { FormularioDeCampos } from '#ui/components/formulario/formulario-de-campos.tsx';
import { ResultadoDePeticiones } from './peticiones.tsx';

export interface EstadoDePedidos {
  /** How often it was sent: with each, the fields are drawn anew. */
  vez: number;
  campos: { rfc: string };
  error: ErrorDeCampo | null;
  /** What became of each line, in its order. */
  pedidos: readonly { texto: string; resultado: ResultadoDePeticion }[];
}

const VACIO: EstadoDePedidos = { vez: 0, campos: { rfc: '' }, error: null, pedidos: [] };
const RFC = { corto: true, maxLength: 40, autoComplete: 'off', spellCheck: false } as const;

/** One RFC, or a file of them; the browser's own button for it, so that it works without script. */
export function FormularioDePeticiones({ pedir }: Props) {
  const [{ vez, campos, error, pedidos }, accion] = useActionState(pedir, VACIO);
  const de = llenarCon<'rfc' | 'adjunto'>(campos, error);
  return (
    <>
      {pedidos.length > 0 && <ResultadoDePeticiones pedidos={pedidos} />}
      <FormularioDeCampos action={accion} noValidate vez={vez} error={error} boton="Pedir">
        <CampoDeTexto {...de('rfc')} {...RFC} etiqueta="RFC del titular" pista="De quien quieres representar." />
        <CampoDeTexto
          {...de('adjunto')}
          type="file"
          etiqueta="O un archivo CSV"
          pista="Con un RFC en la primera columna de cada renglón: hasta 1,000 renglones."
        />
      </FormularioDeCampos>
    </>
  );
}
interface Props {
  pedir: (estado: EstadoDePedidos, formData: FormData) => Promise<EstadoDePedidos>;
}
