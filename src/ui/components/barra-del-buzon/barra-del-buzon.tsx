import { Boton } from '../boton/boton.tsx';
import { Icono, type NombreDeIcono } from '../icono/icono.tsx';
import estilos from './barra-del-buzon.module.css';

export type SeccionDelBuzon = 'inicio' | 'activacion' | 'promociones' | 'medios';

interface Entrada {
  seccion: SeccionDelBuzon;
  icono: NombreDeIcono;
  texto: string;
  href: string;
}

/** In the guide's order: the fourth is «Mis medios de contacto». */
const ENTRADAS: readonly Entrada[] = [
  { seccion: 'inicio', icono: 'inicio', texto: 'Inicio', href: '/buzon' },
  { seccion: 'activacion', icono: 'activacion', texto: 'Activación Buzón IMSS', href: '/buzon/activacion' },
  { seccion: 'promociones', icono: 'promociones', texto: 'Promociones Electrónicas', href: '/ayuda#aclaraciones' },
  { seccion: 'medios', icono: 'medios', texto: 'Mis medios de contacto', href: '/buzon/medios-de-contacto' },
];

/** The top bar of every page of the Buzón: its icons with their names, who is signed in, and «Salir». */
export function BarraDelBuzon({ actual, titular }: Props) {
  return (
    <>
      <div className={estilos.sesion}>
        <p className={estilos.titular}>
          <span className={estilos.rfc}>{titular.rfc}</span> <span className={estilos.nombre}>{titular.nombre}</span>
        </p>
        <form method="post" action="/salir">
          <Boton variante="secundario" tamano="compacto" icono="salir">
            Salir
          </Boton>
        </form>
      </div>
      <nav className={estilos.barra} aria-label="Buzón">
        <ul>
          {ENTRADAS.map(({ seccion, icono, texto, href }) => (
            <li key={seccion}>
              <a href={href} aria-current={seccion === actual ? 'page' : undefined}>
                <Icono nombre={icono} />
                {texto}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
interface Props {
  /** The section one is in; none for pages outside the four. */
  actual?: SeccionDelBuzon;
  titular: { rfc: string; nombre: string };
}
