'use client';

import { ETIQUETA_MAXIMA } from '#domain/medio-de-contacto/etiqueta.ts';
import { CampoDeTexto } from '../components/campo/campo.tsx';
import { type AccionDeCampos, useLlenado } from '../components/campo/campo-llenado.ts';
import { FormularioDeCampos } from '../components/formulario/formulario-de-campos.tsx';
import { VentanaDeFormulario } from '../components/ventana/ventana.tsx';
import estilos from './ventana-de-codigo.module.css';

/** A code that is not right is typed anew. */
export type AccionDelCodigo = AccionDeCampos<{ codigo?: string }>;

/**
 * «Validación de Celular» (guide V, step 11): stays open until the code is right or the person leaves. `enLaPagina`: the same
 * without a window, where one waits for the SMS.
 */
export function VentanaDeCodigo({ validar, folio, celular, regresarA, enLaPagina }: PropsDeCodigo) {
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
interface PropsDeCodigo {
  validar: AccionDelCodigo;
  folio: string;
  celular: string;
  regresarA: string;
  enLaPagina?: boolean;
}

/** The titular's own word for a medio: only they see it. */
export function VentanaDeEtiqueta({ etiquetar, folio, mostrado, etiqueta }: PropsDeEtiqueta) {
  const { form, error, de } = useLlenado(etiquetar, { etiqueta: etiqueta ?? '' });
  return (
    <VentanaDeFormulario
      {...form}
      titulo="Etiqueta"
      regresarA="/buzon/medios-de-contacto"
      mensaje={error?.mensaje}
      ocultos={{ folio }}
      borrador={`etiqueta ${folio}`}
    >
      <CampoDeTexto
        {...de('etiqueta')}
        etiqueta={`Etiqueta de ${mostrado}`}
        corto
        maxLength={ETIQUETA_MAXIMA * 2}
        autoComplete="off"
        pista={`Por ejemplo, Contador o Nóminas: hasta ${ETIQUETA_MAXIMA} caracteres. Sólo la ves tú: no va en acuses ni en mensajes. Vacía, se quita.`}
      />
    </VentanaDeFormulario>
  );
}
interface PropsDeEtiqueta {
  etiquetar: AccionDeCampos<Record<'etiqueta', string>>;
  folio: string;
  mostrado: string;
  etiqueta: string | null;
}
