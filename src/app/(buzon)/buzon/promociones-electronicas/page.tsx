import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { Seccion } from '#ui/components/seccion/seccion.tsx';
import { type Servicio, Servicios } from '#ui/components/servicios/servicios.tsx';
import { BuzonFrame } from '../../../_frame/buzon-frame.tsx';
import { requireTitular } from '../../../_server/contexto.ts';

export const metadata = { title: 'Promociones Electrónicas' };

const SERVICIOS: Servicio[] = [
  {
    href: '/buzon/aclaraciones',
    icono: 'promociones',
    titulo: 'Aclaraciones u Orientaciones',
    descripcion:
      'Presenta tu planteamiento las 24 horas del día, los 365 días del año, y consulta su respuesta. Recibes un folio y un acuse.',
  },
];

/** The menu of what a titular may file (guide VII). */
export default async function PromocionesElectronicas() {
  const ctx = await requireTitular('VER_ACLARACIONES');
  return (
    <BuzonFrame ctx={ctx} actual="promociones">
      <Pagina
        titulo="Promociones Electrónicas"
        entradilla="Lo que puedes presentar desde tu Buzón. Lo atiende el soporte de este portal: no llega al Instituto."
      >
        <Seccion id="servicios" titulo="Servicios">
          <Servicios servicios={SERVICIOS} />
        </Seccion>
      </Pagina>
    </BuzonFrame>
  );
}
