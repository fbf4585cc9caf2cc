import { noteRechazo } from '#infra/logger/hilo.ts';
import { describeSalud } from '#server/describe-salud.ts';
import { hasToken } from '#server/has-token.ts';
import { describeMetricas } from '#server/metricas.ts';
import { root } from './root.ts';

export function metricas(): ReturnType<typeof describeMetricas> {
  return describeMetricas(root());
}

export function hasMetricasToken(request: Request): boolean {
  if (hasToken(request.headers.get('authorization'), root().settings.metricasToken)) return true;
  noteRechazo('PERMISO', 'METRICAS');
  return false;
}

export const describePortal = () => describeSalud(root());
