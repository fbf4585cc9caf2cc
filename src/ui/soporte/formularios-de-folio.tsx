'use client';

import { MOSTRADOS_MINUTOS } from '#domain/soporte/motivo-de-mostrar.ts';
import { DETALLE_MAXIMO, NOTA_MAXIMA } from '#domain/soporte/texto-de-soporte.ts';
import { ETIQUETA_DE_MOTIVO } from '#wording/etiquetas.ts';
import { CampoDeParrafos, CampoDeSeleccion } from '../components/campo/campo.tsx';
import { type AccionDeCampos, useLlenado } from '../components/campo/campo-llenado.ts';
import { FormularioDeCampos } from '../components/formulario/formulario-de-campos.tsx';
import { VentanaDeFormulario } from '../components/ventana/ventana.tsx';
import type { RaizDeMostrar } from './raices-de-mostrar.ts';

const MOTIVOS = { '': 'Seleccione', ...ETIQUETA_DE_MOTIVO };

const SE_MUESTRA = {
  '/soporte/folios':
    'Se mostrarán el RFC y el nombre del titular, el correo o teléfono del folio y lo que contestaron sus servidores.',
  '/soporte/aclaraciones':
    'Se mostrarán el RFC y el nombre del titular, y los correos, teléfonos y RFC que haya en los mensajes; podrás descargar sus archivos.',
} as const satisfies Record<RaizDeMostrar, string>;

/** «Mostrar»: asks why before it uncovers anything. It stays open, as it was typed, until the reason is complete. */
export function VentanaDeMostrar({ raiz = '/soporte/folios', folio, mostrar }: Props) {
  const { form, error, de } = useLlenado(mostrar, { motivo: '', detalle: '' });
  return (
    <VentanaDeFormulario
      titulo="Mostrar los datos personales"
      regresarA={`${raiz}/${folio}`}
      {...form}
      mensaje={error?.mensaje}
      ocultos={{ raiz, folio }}
      borrador={`mostrar ${folio}`}
      boton="Mostrar"
    >
      <p>{SE_MUESTRA[raiz]}</p>
      <p>
        Los verás {MOSTRADOS_MINUTOS} minutos, sólo tú y sólo los de este folio. Queda registrado quién los vio, cuándo
        y para qué, y lo revisa quien supervisa.
      </p>
      <CampoDeSeleccion {...de('motivo')} etiqueta="Motivo" requerido opciones={MOTIVOS} />
      <CampoDeParrafos
        {...de('detalle')}
        etiqueta="Explica para qué"
        pista={`Entre 10 y ${DETALLE_MAXIMO} caracteres. No escribas correos, teléfonos ni RFC.`}
        requerido
        rows={3}
        maxLength={DETALLE_MAXIMO}
      />
    </VentanaDeFormulario>
  );
}
interface Props {
  /** Where the page begins that it stands over, and that is shown afterwards. */
  raiz?: RaizDeMostrar;
  folio: string;
  mostrar: AccionDeCampos<Record<'motivo' | 'detalle', string>>;
}

/** «Agregar nota», with what was typed while it is not accepted. */
export function FormularioDeNota({ agregar, ...ocultos }: PropsDeNota) {
  const { form, error, de } = useLlenado(agregar, { texto: '' });
  return (
    <FormularioDeCampos
      {...form}
      mensaje={error?.mensaje}
      ocultos={ocultos}
      borrador={`nota ${ocultos.folio}`}
      boton="Agregar nota"
      variante="secundario"
    >
      <CampoDeParrafos
        {...de('texto')}
        etiqueta="Nota"
        pista="La leerá el personal de soporte, no el titular. No se puede cambiar ni borrar. No escribas correos, teléfonos ni RFC."
        requerido
        rows={3}
        maxLength={NOTA_MAXIMA}
      />
    </FormularioDeCampos>
  );
}
export interface PropsDeNota {
  folio: string;
  agregar: AccionDeCampos<Record<'texto', string>>;
}
