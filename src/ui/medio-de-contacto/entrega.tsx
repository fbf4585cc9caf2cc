import { formatFecha } from '#domain/fecha.ts';
import type { EstadoDeEntrega } from '#domain/medio-de-contacto/estado.ts';
import { DEMORADO, explainMotivo } from '#wording/aviso/motivo-de-entrega.ts';
import { ETIQUETA_DE_ENTREGA } from '#wording/etiquetas.ts';
import type { MedioMostrado } from './medio-mostrado.ts';

/** What to do when the message did not arrive; nothing where it did or still may. */
const QUE_HACER: Partial<Record<EstadoDeEntrega, string>> = {
  RECHAZADO: 'No lo aceptan en ese destino. Revisa que esté bien escrito; si no, elimínalo y registra otro.',
  SIN_RESPUESTA: 'No fue posible entregarlo. Presiona «Reenviar», o elimínalo y registra otro.',
  QUIZA_ENTREGADO: 'No sabemos si llegó. Búscalo, también entre lo no deseado; si no está, presiona «Reenviar».',
  REBOTADO: 'Revisa que esté bien escrito; si no, elimínalo y registra otro.',
};

/** What became of the link or code, apart from its validation; and of the notices to an address that was proved. */
export function Entrega({ medio: { motivo, estado, demoradoHasta }, entrega }: Props) {
  return (
    <div>
      {ETIQUETA_DE_ENTREGA[entrega]}
      {demoradoHasta && <Demora hasta={demoradoHasta} />}
      {motivo && estado !== 'VALIDADO' && <p>Se devolvió porque {explainMotivo(motivo)}.</p>}
      {estado === 'EN_PROCESO' && QUE_HACER[entrega] && <p>{QUE_HACER[entrega]}</p>}
    </div>
  );
}
interface Props {
  medio: Pick<MedioMostrado, 'motivo' | 'estado' | 'demoradoHasta'>;
  entrega: EstadoDeEntrega;
}

/** Why the link or code is not there yet, and when it will be. */
export function Demora({ hasta }: { hasta: Date }) {
  return (
    <p>
      {DEMORADO} Saldrá el {formatFecha(hasta)}.
    </p>
  );
}
