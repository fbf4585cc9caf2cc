'use client';

import { useActionState } from 'react';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { CampoDeTexto } from '#ui/components/campo/campo-de-texto.tsx';
import { VentanaDeFormulario } from '#ui/components/ventana/ventana-de-formulario.tsx';
import estilos from './ventana-de-codigo.module.css';

/** What came of the last code: its message, and a number that tells one failure from the next like it. */
export interface EstadoDelCodigo {
  mensaje: string | null;
  vez: number;
}

type Accion = (estado: EstadoDelCodigo, formData: FormData) => Promise<EstadoDelCodigo>;

/** «Validación de Celular» (guide V, step 11): stays open until the code is right or the person leaves. */
export function VentanaDeCodigo({ validar, folio, celular, regresarA }: Props) {
  const [{ mensaje, vez }, accion] = useActionState(validar, { mensaje: null, vez: 0 });
  return (
    <VentanaDeFormulario
      titulo="Validación de Celular"
      regresarA={regresarA}
      action={accion}
      noValidate
      ocultos={{ folio, regresarA }}
    >
      {mensaje && (
        <Aviso key={vez} tipo="error">
          {mensaje}
        </Aviso>
      )}
      <p>
        Escribe el código de cinco dígitos que recibiste por SMS en el número{' '}
        <strong className={estilos.entero}>{celular}</strong>.
      </p>
      <CampoDeTexto
        key={`codigo-${vez}`}
        id="codigo"
        etiqueta="Código de verificación"
        corto
        requerido
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={1000}
      />
    </VentanaDeFormulario>
  );
}
interface Props {
  validar: Accion;
  folio: string;
  celular: string;
  regresarA: string;
}
