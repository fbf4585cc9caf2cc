import { formatRegistros } from '#domain/cantidad.ts';
import type { BajaDeRegistros } from '#domain/soporte/asunto-de-folio.ts';

/** «se quitó 1 Registro Patronal», «se quitaron 2 Registros Patronales». */
export function registrosQuitados(registros: number): string {
  return `${registros === 1 ? 'se quitó' : 'se quitaron'} ${formatRegistros(registros)}`;
}

export function porElPadron(registros: number): string {
  return `, porque ${registros === 1 ? 'dejó' : 'dejaron'} de estar a nombre del titular en el padrón`;
}

type Baja = Pick<BajaDeRegistros, 'registros' | 'folioDelMedio' | 'causa'>;

export function bajaConEsteFolio({ registros, folioDelMedio, causa }: Baja, on = ''): string {
  const porque = causa ? porElPadron(registros) : '';
  return `Con este folio ${registrosQuitados(registros)} del medio de contacto con folio ${folioDelMedio}${on}${porque}.`;
}
