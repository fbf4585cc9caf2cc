import { listAclaracionesPropias } from '#tramites/aclaracion/find-aclaracion.ts';
import { TablaDeAclaraciones } from '#ui/aclaracion/tablas-de-aclaraciones.tsx';
import { UnEnlace } from '#ui/components/boton/boton.tsx';
import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { BuzonFrame } from '../../../_frame/buzon-frame.tsx';
import { requireTitular } from '../../../_server/contexto.ts';

export const metadata = { title: 'Aclaraciones u Orientaciones' };

/** The titular's aclaraciones with their states (guide VII). */
export default async function Aclaraciones() {
  const ctx = await requireTitular('VER_ACLARACIONES');
  const aclaraciones = await listAclaracionesPropias(ctx);
  return (
    <BuzonFrame ctx={ctx} actual="promociones" siguiente="secundario">
      <Pagina
        titulo="Aclaraciones u Orientaciones"
        regresar={{ href: '/buzon/promociones-electronicas' }}
        entradilla="Presenta tu planteamiento las 24 horas del día, los 365 días del año, y consulta aquí su respuesta."
      >
        <UnEnlace href="/buzon/aclaraciones/nueva" icono="nuevo" variante="principal">
          Nueva aclaración
        </UnEnlace>
        <TablaDeAclaraciones filas={aclaraciones} />
      </Pagina>
    </BuzonFrame>
  );
}
