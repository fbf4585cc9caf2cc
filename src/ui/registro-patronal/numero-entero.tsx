import estilos from './numero-entero.module.css';

/** The number of a registro patronal as it is shown, never broken at its hyphens. */
export function NumeroEntero({ children: numero }: { children: string }) {
  return <span className={estilos.numero}>{numero}</span>;
}
