import { formatAlcance } from '#domain/cantidad.ts';
import { formatFecha, formatTiempoRestante } from '#domain/fecha.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';

/** After «Reenviar»: the deadline has not moved. */
export function AvisoDeReenvio({ medio, now }: { medio: { mecanismo: Mecanismo; venceEn: Date }; now: Date }) {
  const mensaje = medio.mecanismo === 'TELEFONO' ? 'el SMS con el mismo código' : 'el correo con el mismo enlace';
  return (
    <Aviso tipo="exito">
      <p>
        Te enviamos de nuevo {mensaje}. El plazo no cambia: vence el {formatFecha(medio.venceEn)} (
        {formatTiempoRestante(now, medio.venceEn)}).
      </p>
    </Aviso>
  );
}

/** After a removal: where its acuse is and, for a phone, how to go on without it. */
export function AvisoDeBaja({ folio, mecanismo, registros }: PropsDeBaja) {
  return (
    <Aviso tipo="exito">
      <p>
        El medio de contacto con el número de folio: {folio} fue eliminado. Sus acuses se conservan;{' '}
        <a href={`/buzon/acuses/${folio}/baja`}>descarga el acuse de la baja</a>.
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
interface PropsDeBaja {
  folio: string;
  mecanismo: Mecanismo;
  /** How many registros patronales it was for; null when it was for the RFC. */
  registros: number | null;
}
