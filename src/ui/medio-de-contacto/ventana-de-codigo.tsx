'use client';

import { CampoDeTexto } from '#ui/components/campo/campo.tsx';
import { type AccionDeCampos, useLlenado } from '#ui/components/campo/campo-llenado.ts';
import { FormularioDeCampos } from '#ui/components/formulario/formulario-de-campos.tsx';
import { VentanaDeFormulario } from '#ui/components/ventana/ventana-de-formulario.tsx';
import estilos from './ventana-de-codigo.module.css';

/** A code that is not right is typed anew. */
export type AccionDelCodigo = AccionDeCampos<{ codigo?: string }>;

/**
 * «Validación de Celular» (guide V, step 11): stays open until the code is right or the person leaves. `enLaPagina`: the same
 * without a window, where one waits for the SMS.
 */
export function VentanaDeCodigo({ validar, folio, celular, regresarA, enLaPagina }: Props) {
  const { form, error, de } = useLlenado(validar, {});
  const codigo = { ...form, mensaje: error?.mensaje, ocultos: { folio, regresarA } };
  const campo = (
    <>
      <p>
        Escribe el código de cinco dígitos que recibiste por SMS en el número{' '}
        <strong className={estilos.entero}>{celular}</strong>.
      </p>
      <CampoDeTexto
        {...de('codigo')}
        etiqueta="Código de verificación"
        corto
        requerido
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={1000}
      />
    </>
  );
  return enLaPagina ? (
    <FormularioDeCampos {...codigo} boton="Comprobar código">
      {campo}
    </FormularioDeCampos>
  ) : (
    <VentanaDeFormulario {...codigo} titulo="Validación de Celular" regresarA={regresarA}>
      {campo}
    </VentanaDeFormulario>
  );
}
interface Props {
  validar: AccionDelCodigo;
  folio: string;
  celular: string;
  regresarA: string;
  enLaPagina?: boolean;
}
