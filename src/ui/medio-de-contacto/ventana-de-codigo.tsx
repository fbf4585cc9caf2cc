'use client';

import { useActionState } from 'react';
import { CampoDeTexto } from '#ui/components/campo/campo.tsx';
import { FormularioDeCampos } from '#ui/components/formulario/formulario-de-campos.tsx';
import { VentanaDeFormulario } from '#ui/components/ventana/ventana-de-formulario.tsx';
import estilos from './ventana-de-codigo.module.css';

/** What came of the last code: its message, and a number that tells one failure from the next like it. */
export interface EstadoDelCodigo {
  mensaje: string | null;
  vez: number;
}

export type AccionDelCodigo = (estado: EstadoDelCodigo, formData: FormData) => Promise<EstadoDelCodigo>;

/**
 * «Validación de Celular» (guide V, step 11): stays open until the code is right or the person leaves. `enLaPagina`: the same
 * without a window, where one waits for the SMS.
 */
export function VentanaDeCodigo({ validar, folio, celular, regresarA, enLaPagina }: Props) {
  const [{ mensaje, vez }, accion] = useActionState(validar, { mensaje: null, vez: 0 });
  const form = { action: accion, noValidate: true, ocultos: { folio, regresarA }, vez, mensaje };
  const campo = (
    <>
      <p>
        Escribe el código de cinco dígitos que recibiste por SMS en el número{' '}
        <strong className={estilos.entero}>{celular}</strong>.
      </p>
      <CampoDeTexto
        id="codigo"
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
    <FormularioDeCampos {...form} boton="Comprobar código">
      {campo}
    </FormularioDeCampos>
  ) : (
    <VentanaDeFormulario {...form} titulo="Validación de Celular" regresarA={regresarA}>
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
