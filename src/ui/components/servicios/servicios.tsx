import { Enlace } from '../enlace/enlace.tsx';
import { Icono, type NombreDeIcono } from '../icono/icono.tsx';
import estilos from './servicios.module.css';

/** The services of the Buzón as cards; the whole card is the link, named by its title. */
export function Servicios({ servicios }: { servicios: readonly Servicio[] }) {
  return (
    <ul className={estilos.servicios}>
      {servicios.map(({ href, icono, titulo, descripcion }) => (
        <li className={estilos.servicio} key={href}>
          <Icono nombre={icono} />
          <h3 className={estilos.titulo}>
            <Enlace href={href}>{titulo}</Enlace>
          </h3>
          <p className={estilos.descripcion}>{descripcion}</p>
        </li>
      ))}
    </ul>
  );
}

export interface Servicio {
  href: string;
  icono: NombreDeIcono;
  titulo: string;
  descripcion: string;
}
