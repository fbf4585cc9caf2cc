import { formatAlcance } from '#domain/cantidad.ts';
import { formatFecha } from '#domain/fecha.ts';
import type { EstadoDeMedio } from '#domain/medio-de-contacto/estado.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';

const CONTINUACION = {
  CORREO_ELECTRONICO: 'Para continuar, ingresa a tu cuenta de correo electrónico para validarlo.',
  TELEFONO: 'Para continuar, captura el código que recibirás por SMS con el botón "Validar medio de contacto".',
} as const satisfies Record<Mecanismo, string>;

/** The guide's green box, and its yellow note of an e-mail (V, steps 4 and 5); of a medio no longer active, nothing. */
export function AvisoDeRegistro({ medio }: Props) {
  if (medio.estado === 'VALIDADO') return <AvisoDeAsociado medio={medio} />;
  if (medio.estado !== 'EN_PROCESO') return null;
  return (
    <>
      <Aviso tipo="exito">
        <p>
          Se registró la información correctamente con el número de folio: {medio.folio}, fecha:{' '}
          {formatFecha(medio.fechaDeRegistro)}. {CONTINUACION[medio.mecanismo]} Tienes 72 horas como máximo para
          realizar dicha validación, en caso contrario se cancelará y tendrás que realizar el registro nuevamente.
        </p>
      </Aviso>
      {medio.mecanismo === 'CORREO_ELECTRONICO' && (
        <Aviso tipo="nota">
          <p>
            Nota: Si no recibes el correo electrónico, registra una{' '}
            <a href={`/buzon/aclaraciones/nueva?medio=${medio.folio}`}>aclaración</a> en un lapso de 24 horas a partir
            de este momento para poder ayudarte.
          </p>
          <p>Revisa la bandeja de spam o correo no deseado.</p>
        </Aviso>
      )}
    </>
  );
}
interface Props {
  medio: {
    folio: string;
    mecanismo: Mecanismo;
    estado: EstadoDeMedio;
    fechaDeRegistro: Date;
    /** How many registros patronales it is for; null when it is for the RFC. */
    registros: number | null;
  };
}

function AvisoDeAsociado({ medio: { folio, fechaDeRegistro, registros } }: Props) {
  return (
    <Aviso tipo="exito">
      <p>
        Se registró la información correctamente con el número de folio: {folio}, fecha: {formatFecha(fechaDeRegistro)}.
        Ya está validado para {formatAlcance(registros)}: no tienes que hacer nada más. Descarga el{' '}
        <a href={`/buzon/acuses/${folio}/registro`}>acuse de registro</a> y el{' '}
        <a href={`/buzon/acuses/${folio}/validacion`}>acuse de validación</a>.
      </p>
    </Aviso>
  );
}
