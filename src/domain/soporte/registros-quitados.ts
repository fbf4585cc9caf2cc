import { formatRegistros } from '../cantidad.ts';

/** «se quitó 1 Registro Patronal», «se quitaron 2 Registros Patronales». */
export function registrosQuitados(registros: number): string {
  return `${registros === 1 ? 'se quitó' : 'se quitaron'} ${formatRegistros(registros)}`;
}
