import { formatFecha } from '#domain/fecha.ts';
import type { EstadoDeEntrega } from '#domain/medio-de-contacto/entrega.ts';
import type { EstadoDeMedio } from '#domain/medio-de-contacto/estado.ts';
import { DEMORADO, explainMotivo } from '#wording/aviso/motivo-de-entrega.ts';

const ETIQUETAS = {
  PENDIENTE: 'Por enviar',
  ACEPTADO: 'Aceptado',
  ENTREGADO: 'Entregado',
  RECHAZADO: 'Rechazado',
  SIN_RESPUESTA: 'Sin respuesta',
  DESCARTADO: 'No enviado',
  REBOTADO: 'Rebotado',
  QUIZA_ENTREGADO: 'Quizá entregado',
} as const satisfies Record<EstadoDeEntrega, string>;

/** What to do when the message did not arrive; nothing where it did or still may. */
const QUE_HACER: Partial<Record<EstadoDeEntrega, string>> = {
  RECHAZADO: 'No lo aceptan en ese destino. Revisa que esté bien escrito; si no, elimínalo y registra otro.',
  SIN_RESPUESTA: 'No fue posible entregarlo. Presiona «Reenviar», o elimínalo y registra otro.',
  QUIZA_ENTREGADO: 'No sabemos si llegó. Búscalo, también entre lo no deseado; si no está, presiona «Reenviar».',
  REBOTADO: 'Revisa que esté bien escrito; si no, elimínalo y registra otro.',
};
const YA_NO_LLEGAN = 'Los avisos ya no llegan a este correo. Corrige la causa, o registra otro y elimina este.';

/** What became of the link or code, apart from its validation; and of the notices to an address that was proved. */
export function Entrega({ medio: { entrega, motivo, estado, demoradoHasta } }: Props) {
  if (!entrega) return '—';
  return (
    <div>
      {ETIQUETAS[entrega]}
      {entrega === 'PENDIENTE' && demoradoHasta && (
        <p>
          {DEMORADO} Saldrá el {formatFecha(demoradoHasta)}.
        </p>
      )}
      {motivo && <p>Se devolvió porque {explainMotivo(motivo)}.</p>}
      {estado === 'EN_PROCESO' && QUE_HACER[entrega] && <p>{QUE_HACER[entrega]}</p>}
      {estado === 'VALIDADO' && entrega === 'REBOTADO' && <p>{YA_NO_LLEGAN}</p>}
    </div>
  );
}
interface Props {
  medio: { entrega: EstadoDeEntrega | null; motivo: string | null; estado: EstadoDeMedio; demoradoHasta: Date | null };
}
