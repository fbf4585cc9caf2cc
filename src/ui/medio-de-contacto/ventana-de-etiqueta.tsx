'use client';

import { ETIQUETA_MAXIMA } from '#domain/medio-de-contacto/etiqueta.ts';
import { CampoDeTexto } from '#ui/components/campo/campo.tsx';
import { type AccionDeCampos, useLlenado } from '#ui/components/campo/campo-llenado.ts';
import { VentanaDeFormulario } from '#ui/components/ventana/ventana-de-formulario.tsx';

/** The titular's own word for a medio: only they see it. */
export function VentanaDeEtiqueta({ etiquetar, folio, mostrado, etiqueta }: Props) {
  const { form, error, de } = useLlenado(etiquetar, { etiqueta: etiqueta ?? '' });
  return (
    <VentanaDeFormulario
      {...form}
      titulo="Etiqueta"
      regresarA="/buzon/medios-de-contacto"
      mensaje={error?.mensaje}
      ocultos={{ folio }}
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
interface Props {
  etiquetar: AccionDeCampos<Record<'etiqueta', string>>;
  folio: string;
  mostrado: string;
  etiqueta: string | null;
}
