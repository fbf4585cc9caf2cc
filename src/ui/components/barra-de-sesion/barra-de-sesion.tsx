import { Boton } from '../boton/boton.tsx';
import { Formulario } from '../formulario/formulario.tsx';
import { Icono, type NombreDeIcono } from '../icono/icono.tsx';
import estilos from './barra-de-sesion.module.css';

export interface Entrada<Seccion extends string> {
  seccion: Seccion;
  icono: NombreDeIcono;
  texto: string;
  href: string;
}

/** The top bar of whoever is signed in: who it is, «Salir», and its entries, icons with their names. */
export function BarraDeSesion<Seccion extends string>({ nombre, entradas, actual, quien }: Props<Seccion>) {
  return (
    <>
      <div className={estilos.sesion}>
        <p className={estilos.titular}>
          <span className={estilos.rfc}>{quien.clave}</span> <span className={estilos.nombre}>{quien.nombre}</span>
        </p>
        <Formulario method="post" action="/salir">
          <Boton variante="secundario" tamano="compacto" icono="salir">
            Salir
          </Boton>
        </Formulario>
      </div>
      <nav className={estilos.barra} aria-label={nombre}>
        <ul>
          {entradas.map(({ seccion, icono, texto, href }) => (
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
interface Props<Seccion extends string> {
  /** Name of the navigation, for screen readers. */
  nombre: string;
  entradas: readonly Entrada<Seccion>[];
  actual?: Seccion;
  /** In bold the RFC or the role, and beside it the name. */
  quien: { clave: string; nombre: string };
}
