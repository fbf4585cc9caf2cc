import type { EstadoDeMedio } from './estado.ts';
import { MECANISMOS, type Mecanismo } from './mecanismo.ts';

/** One e-mail and the telephone, both validated (guide IV). `medios` are those whose scope is the RFC. */
export function faltantesParaFirmar(medios: readonly { mecanismo: Mecanismo; estado: EstadoDeMedio }[]): Mecanismo[] {
  const validados = medios.filter(({ estado }) => estado === 'VALIDADO').map(({ mecanismo }) => mecanismo);
  return MECANISMOS.filter((mecanismo) => !validados.includes(mecanismo));
}
