'use client';

import type { ResultadoDePeticion } from '#domain/representacion/peticion.ts';
import { CampoDeTexto } from '#ui/components/campo/campo.tsx';
import { type AccionDeCampos, useLlenado } from '#ui/components/campo/campo-llenado.ts';
import { FormularioDeCampos } from '#ui/components/formulario/formulario-de-campos.tsx';
import { ResultadoDePeticiones } from './peticiones.tsx';

/** The file is not shown again. */
export type CamposDePeticion = { rfc: string; adjunto?: string };

/** What became of each line, in its order. */
export type Pedidos = readonly { texto: string; resultado: ResultadoDePeticion }[];

const RFC = { corto: true, maxLength: 40, autoComplete: 'off', spellCheck: false } as const;

/** One RFC, or a file of them; the browser's own button for it, so that it works without script. */
export function FormularioDePeticiones({ pedir }: { pedir: AccionDeCampos<CamposDePeticion, Pedidos> }) {
  const { form, error, de, ademas: pedidos } = useLlenado(pedir, { rfc: '' });
  return (
    <>
      {pedidos && <ResultadoDePeticiones pedidos={pedidos} />}
      <FormularioDeCampos {...form} error={error} boton="Pedir">
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
