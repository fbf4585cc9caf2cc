import { Enlace } from '../enlace/enlace.tsx';
import estilos from './pestanas.module.css';

/** Tabs that are addresses: plain links, the open one marked with aria-current. */
export function Pestanas({ etiqueta, pestanas, actual }: Props) {
  return (
    <nav className={estilos.pestanas} aria-label={etiqueta}>
      <ul>
        {pestanas.map(({ href, texto }) => (
          <li key={href}>
            <Enlace href={href} aria-current={href === actual ? 'page' : undefined}>
              {texto}
            </Enlace>
          </li>
        ))}
      </ul>
    </nav>
  );
}
interface Props {
  etiqueta: string;
  pestanas: readonly { href: string; texto: string }[];
  actual: string;
}
