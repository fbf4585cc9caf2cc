import { Acciones, BotonEnlace } from '../boton/boton.tsx';

/** The way to the next page and back to the first; nothing when there is but one. */
export function Paginas({ nombre, siguiente, primera }: Props) {
  if (!siguiente && !primera) return null;
  return (
    <nav aria-label={nombre}>
      <Acciones>
        {primera && (
          <BotonEnlace href={primera} variante="secundario" tamano="compacto">
            Primera página
          </BotonEnlace>
        )}
        {siguiente && (
          <BotonEnlace href={siguiente} variante="secundario" tamano="compacto">
            Página siguiente
          </BotonEnlace>
        )}
      </Acciones>
    </nav>
  );
}
interface Props {
  nombre: string;
  siguiente: string | null;
  primera: string | null;
}
