import { hasPermiso, type PermisoDeSoporte, type RolDeSoporte } from '#domain/soporte/rol-de-soporte.ts';
import { BarraDeSesion, type Entrada } from '../barra-de-sesion/barra-de-sesion.tsx';

export type SeccionDeSoporte = 'buscar' | 'aclaraciones' | 'tablero' | 'consultas' | 'equipo';

const ENTRADAS: readonly (Entrada<SeccionDeSoporte> & { permiso: PermisoDeSoporte })[] = [
  { seccion: 'buscar', icono: 'buscar', texto: 'Buscar', href: '/soporte', permiso: 'CONSULTAR' },
  {
    seccion: 'aclaraciones',
    icono: 'promociones',
    texto: 'Aclaraciones',
    href: '/soporte/aclaraciones',
    permiso: 'CONSULTAR',
  },
  { seccion: 'tablero', icono: 'tablero', texto: 'Tablero', href: '/soporte/tablero', permiso: 'SUPERVISAR' },
  { seccion: 'consultas', icono: 'reloj', texto: 'Consultas', href: '/soporte/consultas', permiso: 'SUPERVISAR' },
  { seccion: 'equipo', icono: 'equipo', texto: 'Equipo', href: '/soporte/equipo', permiso: 'SUPERVISAR' },
];

/** The top bar of the support staff's console: only what the member's role may use. */
export function BarraDeSoporte({ actual, miembro }: Props) {
  const entradas = ENTRADAS.filter(({ permiso }) => hasPermiso(miembro.rol, permiso));
  const quien = { clave: `Soporte · ${NOMBRE_DE_ROL[miembro.rol]}`, nombre: miembro.nombre };
  return <BarraDeSesion nombre="Soporte" entradas={entradas} actual={actual} quien={quien} />;
}
interface Props {
  actual?: SeccionDeSoporte;
  miembro: { rol: RolDeSoporte; nombre: string };
}

export const NOMBRE_DE_ROL = {
  CONSULTA: 'Consulta',
  ATENCION: 'Atención',
  SUPERVISION: 'Supervisión',
} as const satisfies Record<RolDeSoporte, string>;
