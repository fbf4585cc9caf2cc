'use client';

import { type ReactNode, useState } from 'react';
import { ASUNTO_EN_PALABRAS, ASUNTOS_DE_ACLARACION } from '#domain/aclaracion/asunto.ts';
import { ADJUNTO_MAXIMO_BYTES } from '#domain/adjunto/tamano.ts';
import { MENSAJES_DE_ACLARACION } from '#wording/mensajes/mensajes-aclaracion.ts';
import { CampoDeParrafos, CampoDeSeleccion, CampoDeTexto } from '../components/campo/campo.tsx';
import { type AccionDeCampos, llenarCon, useLlenado } from '../components/campo/campo-llenado.ts';
import { FormularioDeCampos, type PropsDeCampos } from '../components/formulario/formulario-de-campos.tsx';

/** What was typed, as it came: what the form shows again when not taken. The chosen file cannot be shown again. */
export type Escrito = Record<'asunto' | 'folioDelMedio' | 'texto', string> & { adjunto?: string };

/** Whether a file was chosen with what was refused: it has to be chosen again. */
export type ConArchivo = { conArchivo: boolean };

type AccionDelEscrito = AccionDeCampos<Escrito, ConArchivo>;

/** The form of «Aclaraciones u Orientaciones» (guide VII). Without script it is sent and shown again by the server. */
export function FormularioDeAclaracion({ presentar, peticionId, folioDelMedio }: Props) {
  return (
    <FormularioDelEscrito
      accion={presentar}
      folioDelMedio={folioDelMedio}
      ocultos={{ peticionId }}
      borrador="aclaracion"
      boton="Presentar aclaración"
    >
      {(de) => (
        <>
          <CampoDeSeleccion {...de('asunto')} etiqueta="Asunto" requerido opciones={ASUNTO_EN_PALABRAS} />
          <CampoDeTexto
            {...de('folioDelMedio')}
            etiqueta="Folio del medio de contacto"
            maxLength={60}
            autoComplete="off"
            pista="Si tu aclaración es sobre un correo o un teléfono que registraste. Es opcional."
          />
          <CampoDeParrafos
            {...de('texto')}
            etiqueta="Planteamiento"
            requerido
            pista="Qué pasó, qué esperabas y cuándo fue. Hasta 3,000 caracteres. No escribas contraseñas."
          />
        </>
      )}
    </FormularioDelEscrito>
  );
}
interface Props {
  presentar: AccionDelEscrito;
  /** Made with the page: one press that arrives twice files once. */
  peticionId: string;
  /** The medio that it is about, where one came from it. */
  folioDelMedio: string;
}

/** What its titular adds to an aclaración that is not closed. */
export function FormularioDeReplica({ replicar, ...ocultos }: PropsDeReplica) {
  return (
    <FormularioDelEscrito
      accion={replicar}
      ocultos={ocultos}
      borrador={`replica ${ocultos.folio}`}
      boton="Enviar mensaje"
      variante="secundario"
    >
      {(de) => (
        <CampoDeParrafos {...de('texto')} etiqueta="Mensaje" requerido rows={5} pista="Hasta 3,000 caracteres." />
      )}
    </FormularioDelEscrito>
  );
}
interface PropsDeReplica {
  replicar: AccionDelEscrito;
  folio: string;
  peticionId: string;
}

/** A form with a file, by the browser's own button: it works without script. iOS makes a JPEG of its photographs for it. */
function FormularioDelEscrito({ accion, folioDelMedio = '', children, ...form }: PropsDelEscrito) {
  const vacio: Escrito = { asunto: ASUNTOS_DE_ACLARACION[0], folioDelMedio, texto: '' };
  const llenado = useLlenado(accion, vacio);
  const { error, de } = llenado;
  const [isGrande, setGrande] = useState(false);
  const [intentos, setIntentos] = useState(0);
  const grande = isGrande
    ? { campo: 'adjunto', mensaje: MENSAJES_DE_ACLARACION.ADJUNTO_DEMASIADO_GRANDE, vez: `grande-${intentos}` }
    : null;
  const adjunto = llenarCon<'adjunto'>({}, grande ?? error)('adjunto');
  return (
    <FormularioDeCampos
      {...form}
      {...llenado.form}
      error={(intentos > 0 && grande) || error}
      // A file that is too large is not even sent: it would take minutes to learn what is known at once.
      onSubmit={(event) => {
        if (!isGrande) return;
        event.preventDefault();
        setIntentos((count) => count + 1);
      }}
    >
      {children(de)}
      <CampoDeTexto
        {...adjunto}
        type="file"
        etiqueta="Archivo adjunto"
        pista={
          llenado.ademas?.conArchivo
            ? 'Elige de nuevo tu archivo: PDF, PNG o JPEG, de hasta 5 MB.'
            : 'PDF, PNG o JPEG, de hasta 5 MB. Es opcional.'
        }
        accept="application/pdf,image/png,image/jpeg"
        onChange={({ target }) => {
          setGrande((target.files?.[0]?.size ?? 0) > ADJUNTO_MAXIMO_BYTES);
          setIntentos(0);
        }}
      />
    </FormularioDeCampos>
  );
}
interface PropsDelEscrito extends Omit<PropsDeCampos, 'children'> {
  accion: AccionDelEscrito;
  folioDelMedio?: string;
  children: (de: ReturnType<typeof llenarCon<keyof Escrito>>) => ReactNode;
}

/** What support answers; it is given back when it is not taken. */
export function FormularioDeRespuesta({ responder, ...ocultos }: PropsDeRespuesta) {
  const { form, error, de } = useLlenado(responder, { texto: '' });
  return (
    <FormularioDeCampos
      {...form}
      error={error}
      ocultos={ocultos}
      borrador={`respuesta ${ocultos.folio}`}
      boton="Enviar respuesta"
    >
      <CampoDeParrafos
        {...de('texto')}
        etiqueta="Respuesta"
        requerido
        rows={6}
        pista="La lee su titular en el Buzón. Hasta 3,000 caracteres."
      />
    </FormularioDeCampos>
  );
}
interface PropsDeRespuesta {
  responder: AccionDeCampos<Record<'texto', string>>;
  folio: string;
  peticionId: string;
}
