import { BarraDeSesion, type Entrada } from '../barra-de-sesion/barra-de-sesion.tsx';

export type SeccionDelBuzon = 'inicio' | 'activacion' | 'promociones' | 'medios';

/** In the guide's order: the fourth is «Mis medios de contacto». */
const ENTRADAS: readonly Entrada<SeccionDelBuzon>[] = [
  { seccion: 'inicio', icono: 'inicio', texto: 'Inicio', href: '/buzon' },
  { seccion: 'activacion', icono: 'activacion', texto: 'Activación Buzón IMSS', href: '/buzon/activacion' },
  {
    seccion: 'promociones',
    icono: 'promociones',
    texto: 'Promociones Electrónicas',
    href: '/buzon/promociones-electronicas',
  },
  { seccion: 'medios', icono: 'medios', texto: 'Mis medios de contacto', href: '/buzon/medios-de-contacto' },
];

export function BarraDelBuzon({ actual, titular }: Props) {
  const quien = { clave: titular.rfc, nombre: titular.nombre };
  return <BarraDeSesion nombre="Buzón" entradas={ENTRADAS} actual={actual} quien={quien} />;
}
interface Props {
  actual?: SeccionDelBuzon;
  titular: { rfc: string; nombre: string };
}
