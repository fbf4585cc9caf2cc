import { hasToken } from '#server/has-token.ts';
import { describeMetricas } from '#server/metricas.ts';
import { root } from './root.ts';

export function metricas(): ReturnType<typeof describeMetricas> {
  return describeMetricas(root());
}

export function hasMetricasToken(request: Request): boolean {
  return hasToken(request.headers.get('authorization'), root().settings.metricasToken);
}
