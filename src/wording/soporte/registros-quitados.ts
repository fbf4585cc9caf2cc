import { formatRegistros } from '#domain/cantidad.ts';

/** «se quitó 1 Registro Patronal», «se quitaron 2 Registros Patronales». */
export function registrosQuitados(registros: number): string {
  return `${registros === 1 ? 'se quitó' : 'se quitaron'} ${formatRegistros(registros)}`;
}

/** Why, where the titular did not ask for it. */
export function porElPadron(registros: number): string {
  return `, porque ${registros === 1 ? 'dejó' : 'dejaron'} de estar a nombre del titular en el padrón`;
}
