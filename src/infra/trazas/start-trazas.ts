import { type Context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import pg from 'pg';
import { onClose } from '../env/closers.ts';
import { currentHilo } from '../logger/hilo.ts';
import { keepTramos, openTramo } from './trazas.ts';

const TEXTO_MAXIMO = 1_000;

/**
 * Sends spans to OTEL_EXPORTER_OTLP_ENDPOINT, which the exporter reads itself, until the process ends. The provider is ours
 * alone: Next's own spans name addresses, which carry folios and tokens. Loaded only where that setting is set.
 */
export function startTrazas(servicio: string): void {
  const resource = resourceFromAttributes({ 'service.name': servicio });
  const spanProcessors = [new BatchSpanProcessor(new OTLPTraceExporter(), { scheduledDelayMillis: 1_000 })];
  const provider = new BasicTracerProvider({ resource, spanProcessors });
  const tracer = provider.getTracer('buzon');
  keepTramos((nombre, clase, attributes, padre) => {
    const span = tracer.startSpan(nombre, { kind: SpanKind[clase], attributes }, contextOf(padre));
    return { traceparent: toTraceparent(span), end: (...how) => end(span, ...how) };
  });
  traceQueries();
  onClose(() => provider.shutdown());
}

function contextOf(padre: string | undefined): Context {
  const [, traceId, spanId] = padre?.split('-') ?? [];
  if (!traceId || !spanId) return ROOT_CONTEXT;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: 1, isRemote: true });
}

function toTraceparent(span: Span): string {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return `00-${traceId}-${spanId}-0${traceFlags & 1}`;
}

/** The kind of an error and no more: its message may quote what somebody wrote. */
function end(span: Span, falla?: string, atributos: Record<string, string | number> = {}): void {
  span.setAttributes(falla === undefined ? atributos : { ...atributos, 'error.type': falla });
  if (falla !== undefined) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}

type Query = (this: pg.Client, ...asked: unknown[]) => unknown;

/** Each statement of what is being traced is a span, whoever sends it; its values are not in it. */
function traceQueries(): void {
  const query = pg.Client.prototype.query as Query;
  pg.Client.prototype.query = function (this: pg.Client, ...asked: unknown[]) {
    const padre = currentHilo()?.traceparent;
    const text = textOf(asked[0]);
    if (!padre || !text) return query.apply(this, asked);
    const atributos = { 'db.system.name': 'postgresql', 'db.query.text': text };
    const tramo = openTramo(text.split(' ', 1)[0] ?? '', 'CLIENT', atributos, padre);
    const settle = (error: unknown) => tramo?.end(error instanceof Error ? error.name : undefined);
    const callback = asked.at(-1);
    if (typeof callback === 'function')
      asked[asked.length - 1] = (...answer: unknown[]) => {
        settle(answer[0]);
        callback(...answer);
      };
    const answer = query.apply(this, asked);
    if (answer instanceof Promise) answer.then(() => settle(undefined), settle);
    return answer;
  } as typeof pg.Client.prototype.query;
}

/** Without what stands in quotes. */
function textOf(asked: unknown): string | null {
  const text = typeof asked === 'object' && asked !== null && 'text' in asked ? asked.text : asked;
  if (typeof text !== 'string') return null;
  const sinValores = text.replace(/'(?:[^']|'')*'/g, "'?'");
  return sinValores.replace(/\s+/g, ' ').trim().slice(0, TEXTO_MAXIMO);
}
