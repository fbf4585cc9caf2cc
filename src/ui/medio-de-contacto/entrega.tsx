import { type EstadoDeEntrega, ETIQUETA_DE_ENTREGA } from '#domain/medio-de-contacto/entrega.ts';
import type { EstadoDeMedio } from '#domain/medio-de-contacto/estado.ts';

/** What to do when the message did not arrive; nothing where it did or still may. */
const QUE_HACER: Partial<Record<EstadoDeEntrega, string>> = {
  RECHAZADO: 'No lo aceptan en ese destino. Revisa que esté bien escrito; si no, elimínalo y registra otro.',
  SIN_RESPUESTA: 'No fue posible entregarlo. Presiona «Reenviar», o elimínalo y registra otro.',
};

/** The delivery of the link or code, apart from its validation. */
export function Entrega({ medio: { entrega, estado } }: Props) {
  if (!entrega) return '—';
  const queHacer = estado === 'EN_PROCESO' ? QUE_HACER[entrega] : undefined;
  return (
    <div>
      {ETIQUETA_DE_ENTREGA[entrega]}
      {queHacer && <p>{queHacer}</p>}
    </div>
  );
}
interface Props {
  medio: { entrega: EstadoDeEntrega | null; estado: EstadoDeMedio };
}
