import type { EstadoDeMedio } from './estado.ts';
import type { Mecanismo } from './mecanismo.ts';

export type Faltante = 'CORREO' | 'TELEFONO';

/** One e-mail and the telephone, both validated (guide IV). `medios` are those whose scope is the RFC. */
export function faltantesParaFirmar(medios: readonly { mecanismo: Mecanismo; estado: EstadoDeMedio }[]): Faltante[] {
  const isValidado = (mecanismo: Mecanismo) =>
    medios.some((medio) => medio.mecanismo === mecanismo && medio.estado === 'VALIDADO');
  const faltantes: Faltante[] = [];
  if (!isValidado('CORREO_ELECTRONICO')) faltantes.push('CORREO');
  if (!isValidado('TELEFONO')) faltantes.push('TELEFONO');
  return faltantes;
}
