'use client';

import { useActionState } from 'react';
import { MOSTRADOS_MINUTOS, MOTIVOS_DE_MOSTRAR } from '#domain/soporte/motivo-de-mostrar.ts';
import { DETALLE_MAXIMO } from '#domain/soporte/texto-de-soporte.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { CampoDeParrafos } from '#ui/components/campo/campo-de-parrafos.tsx';
import { CampoDeSeleccion } from '#ui/components/campo/campo-de-seleccion.tsx';
import { VentanaDeFormulario } from '#ui/components/ventana/ventana-de-formulario.tsx';
import { ETIQUETA_DE_MOTIVO } from '#wording/etiquetas.ts';
import type { EstadoDeSoporte } from './estado-de-soporte.ts';
import type { RaizDeMostrar } from './raices-de-mostrar.ts';

const OPCIONES = [
  { valor: '', texto: 'Seleccione' },
  ...MOTIVOS_DE_MOSTRAR.map((motivo) => ({ valor: motivo, texto: ETIQUETA_DE_MOTIVO[motivo] })),
];

/** «Mostrar»: asks why before it uncovers anything. It stays open, as it was typed, until the reason is complete. */
export function VentanaDeMostrar({ raiz = '/soporte/folios', folio, mostrar }: Props) {
  const [{ mensaje, vez, campos }, accion] = useActionState(mostrar, { mensaje: null, vez: 0, campos: {} });
  return (
    <VentanaDeFormulario
      titulo="Mostrar los datos personales"
      regresarA={`${raiz}/${folio}`}
      action={accion}
      noValidate
      ocultos={{ raiz, folio }}
      boton="Mostrar"
    >
      {mensaje && (
        <Aviso key={vez} tipo="error">
          {mensaje}
        </Aviso>
      )}
      <p>
        Los verás {MOSTRADOS_MINUTOS} minutos, sólo tú y sólo los de este folio. Queda registrado quién los vio, cuándo
        y para qué, y lo revisa quien supervisa.
      </p>
      <CampoDeSeleccion
        key={`motivo-${vez}`}
        id="motivo"
        etiqueta="Motivo"
        requerido
        opciones={OPCIONES}
        defaultValue={campos.motivo ?? ''}
      />
      <CampoDeParrafos
        key={`detalle-${vez}`}
        id="detalle"
        etiqueta="Explica para qué"
        pista={`Entre 10 y ${DETALLE_MAXIMO} caracteres. No escribas correos, teléfonos ni RFC.`}
        requerido
        rows={3}
        maxLength={DETALLE_MAXIMO}
        defaultValue={campos.detalle}
      />
    </VentanaDeFormulario>
  );
}
interface Props {
  /** Where the page begins that it stands over, and that is shown afterwards. */
  raiz?: RaizDeMostrar;
  folio: string;
  mostrar: (estado: EstadoDeSoporte, formData: FormData) => Promise<EstadoDeSoporte>;
}
