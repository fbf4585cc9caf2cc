import type { ReactNode } from 'react';
import { formatAlcance, formatRegistros } from '#domain/cantidad.ts';
import { formatFecha, formatTiempoRestante } from '#domain/fecha.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Enlace } from '#ui/components/enlace/enlace.tsx';
import type { MedioMostrado } from './medio-mostrado.ts';
import { Demora } from './salud-del-medio.tsx';

const CONTINUACION = {
  CORREO_ELECTRONICO: 'Para continuar, ingresa a tu cuenta de correo electrónico para validarlo.',
  TELEFONO: 'Para continuar, captura el código que recibirás por SMS con el botón "Validar medio de contacto".',
} as const satisfies Record<Mecanismo, string>;

/** The guide's green box, and its yellow note of an e-mail (V, steps 4 and 5); of a medio no longer active, nothing. */
export function AvisoDeRegistro({ medio, enfocar }: PropsDeRegistro) {
  if (medio.estado === 'VALIDADO') return <AvisoDeAsociado medio={medio} />;
  if (medio.estado !== 'EN_PROCESO') return null;
  return (
    <>
      <Aviso tipo="exito" enfocar={enfocar}>
        <p>
          Se registró la información correctamente con el número de folio: {medio.folio}, fecha:{' '}
          {formatFecha(medio.fechaDeRegistro)}. {CONTINUACION[medio.mecanismo]} Tienes 72 horas como máximo para
          realizar dicha validación, en caso contrario se cancelará y tendrás que realizar el registro nuevamente.
        </p>
      </Aviso>
      {medio.demoradoHasta && (
        <Aviso tipo="nota">
          <Demora hasta={medio.demoradoHasta} />
        </Aviso>
      )}
      {medio.mecanismo === 'CORREO_ELECTRONICO' && (
        <Aviso tipo="nota">
          <p>
            Nota: Si no recibes el correo electrónico, registra una{' '}
            <Enlace href={`/buzon/aclaraciones/nueva?medio=${medio.folio}`}>aclaración</Enlace> en un lapso de 24 horas
            a partir de este momento para poder ayudarte.
          </p>
          <p>Revisa la bandeja de spam o correo no deseado.</p>
        </Aviso>
      )}
    </>
  );
}

interface PropsDeRegistro {
  medio: Pick<MedioMostrado, 'folio' | 'mecanismo' | 'estado' | 'fechaDeRegistro' | 'demoradoHasta' | 'registros'>;
  /** Of several, one takes the focus. */
  enfocar?: boolean;
}

function AvisoDeAsociado({ medio: { folio, fechaDeRegistro, registros } }: Pick<PropsDeRegistro, 'medio'>) {
  return (
    <Aviso tipo="exito">
      <p>
        Se registró la información correctamente con el número de folio: {folio}, fecha: {formatFecha(fechaDeRegistro)}.
        Ya está validado para {formatAlcance(registros)}: no tienes que hacer nada más. Descarga el{' '}
        <Enlace href={`/buzon/acuses/${folio}/registro`}>acuse de registro</Enlace> y el{' '}
        <Enlace href={`/buzon/acuses/${folio}/validacion`}>acuse de validación</Enlace>.
      </p>
    </Aviso>
  );
}

/** The green box after the code (guide V, step 13): it asks to sign only while the solicitud is not signed. */
export function AvisoDeCelularValidado({ isFirmada, registros, acciones }: PropsDeCelular) {
  return (
    <Aviso tipo="exito" acciones={acciones}>
      <p>La validación del número celular fue exitosa.</p>
      {registros !== null && (
        <p>
          Quedó validado para {formatRegistros(registros)}.{' '}
          {!isFirmada && 'Para firmar hacen falta un correo electrónico y un celular validados para tu RFC.'}
        </p>
      )}
      {!isFirmada && (
        <p>
          Una vez que concluyas la confirmación de ambos medios de contacto (correo electrónico y celular), deberás
          firmar la solicitud de conformidad; da clic <Enlace href="/buzon/activacion">aquí</Enlace> para acceder a la
          sección Activación Buzón IMSS.
        </p>
      )}
    </Aviso>
  );
}
interface PropsDeCelular extends Pick<MedioMostrado, 'registros'> {
  isFirmada: boolean;
  acciones?: ReactNode;
}

/** After «Reenviar»: the deadline has not moved. */
export function AvisoDeReenvio({ medio, now }: PropsDeReenvio) {
  const mensaje = medio.mecanismo === 'TELEFONO' ? 'el SMS con el mismo código' : 'el correo con el mismo enlace';
  return (
    <Aviso tipo="exito">
      <p>
        {medio.demoradoHasta ? 'Te enviaremos' : 'Te enviamos'} de nuevo {mensaje}. El plazo no cambia: vence el{' '}
        {formatFecha(medio.venceEn)} ({formatTiempoRestante(now, medio.venceEn)}).
      </p>
      {medio.demoradoHasta && <Demora hasta={medio.demoradoHasta} />}
    </Aviso>
  );
}
interface PropsDeReenvio {
  medio: Pick<MedioMostrado, 'mecanismo' | 'venceEn' | 'demoradoHasta'>;
  now: Date;
}

/** After a removal: where its acuse is and, for a phone, how to go on without it. */
export function AvisoDeBaja({ folio, mecanismo, registros, acciones }: PropsDeBaja) {
  return (
    <Aviso tipo="exito" acciones={acciones}>
      <p>
        El medio de contacto con el número de folio: {folio} fue eliminado. Sus acuses se conservan;{' '}
        <Enlace href={`/buzon/acuses/${folio}/baja`}>descarga el acuse de la baja</Enlace>.
      </p>
      {mecanismo === 'TELEFONO' && (
        <p>
          Era el de {formatAlcance(registros)}. Si lo perdiste, lo demás sigue siendo válido: tus correos y, si ya
          firmaste, tu solicitud. Registra el número nuevo con el botón «Nuevo medio de contacto».
        </p>
      )}
    </Aviso>
  );
}
interface PropsDeBaja extends Pick<MedioMostrado, 'folio' | 'mecanismo' | 'registros'> {
  acciones: ReactNode;
}
