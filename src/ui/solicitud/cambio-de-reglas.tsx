import type { ReactNode } from 'react';
import { diaEnCentro, formatDia } from '#domain/dia.ts';
import { formatFecha } from '#domain/fecha.ts';
import type { EstadoDeSolicitud } from '#domain/solicitud/estado.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import type { TextoDeSolicitud } from '#wording/solicitud/texto-de-solicitud.ts';

/** A later text asks for a new signature: what that means for who signed an earlier one, and the way on. */
export function CambioDeReglas({ texto, solicitud: { fecha, estado }, children }: Props) {
  return (
    <Aviso tipo="informacion" titulo="Cambiaron las reglas del Buzón IMSS">
      <p>
        Desde el {formatDia(diaEnCentro(texto.vigenteDesde))} está vigente otro texto de la «{texto.titulo}», que pide
        tu firma aunque ya hayas firmado el anterior.
      </p>
      <p>
        {estado === 'FIRMADA'
          ? `La que firmaste el ${formatFecha(fecha)} sigue en vigor y tu Buzón sigue activo mientras no firmes la nueva.`
          : `La que firmaste el ${formatFecha(fecha)} todavía se está verificando.`}
      </p>
      {children}
    </Aviso>
  );
}
interface Props {
  /** To be signed. */
  texto: TextoDeSolicitud;
  /** That was signed. */
  solicitud: { fecha: Date; estado: EstadoDeSolicitud };
  children: ReactNode;
}
