import { canActuar } from '#domain/representacion/acto.ts';
import { listAcuses } from '#tramites/acuse/list-acuses.ts';
import { TablaDeAcuses } from '#ui/acuse/tabla-de-acuses.tsx';
import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { BuzonFrame } from '../../../_frame/buzon-frame.tsx';
import { requireTitular } from '../../../_server/contexto.ts';
import { markEvidenciaAction } from './actions.ts';

export const metadata = { title: 'Acuses' };

/** Every acuse of the titular in one place. */
export default async function Acuses() {
  const ctx = await requireTitular('VER_ACUSES');
  const acuses = await listAcuses(ctx);
  const marcar = canActuar(ctx.actor.porConducto, 'ABRIR_EVIDENCIA') ? markEvidenciaAction : undefined;
  return (
    <BuzonFrame ctx={ctx}>
      <Pagina
        titulo="Acuses"
        regresar={{ href: '/buzon' }}
        entradilla="Cada acuse lleva un sello digital: guárdalo tal como se descarga."
      >
        <TablaDeAcuses acuses={acuses} marcar={marcar} />
      </Pagina>
    </BuzonFrame>
  );
}
