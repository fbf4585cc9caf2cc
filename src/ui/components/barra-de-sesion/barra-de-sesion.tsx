import { type Acto, canActuar, type Facultades } from '#domain/representacion/acto.ts';
import { hasPermiso, type PermisoDeSoporte, type RolDeSoporte } from '#domain/soporte/rol-de-soporte.ts';
import { Boton } from '#ui/components/boton/boton.tsx';
import { Enlace } from '#ui/components/enlace/enlace.tsx';
import { Formulario } from '#ui/components/formulario/formulario.tsx';
import { Icono, type NombreDeIcono } from '#ui/components/icono/icono.tsx';
import estilos from './barra-de-sesion.module.css';

interface Entrada {
  icono: NombreDeIcono;
  texto: string;
  href: string;
  /** The key that leads there from anywhere. */
  tecla?: string;
}

/** The top bar of whoever is signed in: who it is, «Salir», and its entries, icons with their names. */
export function BarraDeSesion({ nombre, entradas, actual, quien, canSend = true }: Props) {
  return (
    <>
      <div className={estilos.sesion}>
        <p className={estilos.titular}>
          <span className={estilos.rfc}>{quien.clave}</span>{' '}
          <span className={estilos.nombre}>
            {quien.de && <span className={estilos.de}>{quien.de} </span>}
            {quien.nombre}
          </span>
          {quien.porConducto && <span className={estilos.nombre}> Por conducto de {quien.porConducto}</span>}
        </p>
        {canSend && (
          <Formulario method="post" action="/salir">
            <Boton variante="secundario" tamano="compacto" icono="salir">
              Salir
            </Boton>
          </Formulario>
        )}
      </div>
      <nav className={estilos.barra} aria-label={nombre}>
        <ul>
          {entradas.map(([seccion, { icono, texto, href, tecla }]) => (
            <li key={seccion}>
              <Enlace href={href} aria-current={seccion === actual ? 'page' : undefined} aria-keyshortcuts={tecla}>
                <Icono nombre={icono} />
                {texto}
              </Enlace>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
interface Props {
  nombre: string;
  entradas: readonly (readonly [seccion: string, Entrada])[];
  actual?: string;
  /** In bold the RFC or the role, and beside it the name, with what is theirs where there is room; who acts for them, if somebody does. */
  quien: { clave: string; de?: string; nombre: string; porConducto?: string };
  /** Whether the page may send a form: without one nobody leaves from there. */
  canSend?: boolean;
}

/** In the guide's order: the fourth is «Mis medios de contacto»; what comes after it is ours. */
const DEL_BUZON = {
  inicio: { icono: 'inicio', texto: 'Inicio', href: '/buzon', acto: 'ENTRAR' },
  activacion: { icono: 'activacion', texto: 'Activación Buzón IMSS', href: '/buzon/activacion', acto: 'ACTIVAR' },
  promociones: {
    icono: 'promociones',
    texto: 'Promociones Electrónicas',
    href: '/buzon/promociones-electronicas',
    acto: 'VER_ACLARACIONES',
  },
  medios: { icono: 'medios', texto: 'Mis medios de contacto', href: '/buzon/medios-de-contacto', acto: 'VER_MEDIOS' },
  comunicados: { icono: 'correo', texto: 'Mis comunicados', href: '/buzon/comunicados', acto: 'VER_COMUNICADOS' },
} as const satisfies Record<string, Entrada & { acto: Acto }>;

export type SeccionDelBuzon = keyof typeof DEL_BUZON;

const SALIDA = ['clientes', { icono: 'regresar', texto: 'A quién represento', href: '/clientes' }] as const;

/** Whose Buzón it is and, where it is a client's, who acts there: with the entries that their designation opens. */
export function BarraDelBuzon({ actual, titular: { rfc, nombre, porConducto } }: PropsDelBuzon) {
  const abiertas = Object.entries(DEL_BUZON).filter(([, { acto }]) => canActuar(porConducto, acto));
  const entradas = porConducto ? [...abiertas, SALIDA] : abiertas;
  const conducto = porConducto && `${porConducto.nombre}, con RFC ${porConducto.rfc}`;
  const quien = { clave: rfc, de: 'Buzón IMSS de', nombre, porConducto: conducto };
  return <BarraDeSesion nombre="Buzón" entradas={entradas} actual={actual} quien={quien} />;
}
interface PropsDelBuzon {
  actual?: SeccionDelBuzon;
  titular: Persona & { porConducto?: Persona & Facultades };
}
interface Persona {
  rfc: string;
  nombre: string;
}

const DE_SOPORTE = {
  buscar: { icono: 'buscar', texto: 'Buscar', href: '/soporte', tecla: '/', permiso: 'CONSULTAR' },
  aclaraciones: { icono: 'promociones', texto: 'Aclaraciones', href: '/soporte/aclaraciones', permiso: 'CONSULTAR' },
  tablero: { icono: 'tablero', texto: 'Tablero', href: '/soporte/tablero', permiso: 'SUPERVISAR' },
  consultas: { icono: 'reloj', texto: 'Consultas', href: '/soporte/consultas', permiso: 'SUPERVISAR' },
  equipo: { icono: 'equipo', texto: 'Equipo', href: '/soporte/equipo', permiso: 'SUPERVISAR' },
} as const satisfies Record<string, Entrada & { permiso: PermisoDeSoporte }>;

export type SeccionDeSoporte = keyof typeof DE_SOPORTE;

/** The top bar of the support staff's console: only what the member's role may use. */
export function BarraDeSoporte({ actual, miembro }: PropsDeSoporte) {
  const entradas = Object.entries(DE_SOPORTE).filter(([, { permiso }]) => hasPermiso(miembro.rol, permiso));
  const quien = { clave: `Soporte · ${NOMBRE_DE_ROL[miembro.rol]}`, nombre: miembro.nombre };
  return <BarraDeSesion nombre="Soporte" entradas={entradas} actual={actual} quien={quien} />;
}
interface PropsDeSoporte {
  actual?: SeccionDeSoporte;
  miembro: { rol: RolDeSoporte; nombre: string };
}

export const NOMBRE_DE_ROL = {
  CONSULTA: 'Consulta',
  ATENCION: 'Atención',
  SUPERVISION: 'Supervisión',
} as const satisfies Record<RolDeSoporte, string>;
