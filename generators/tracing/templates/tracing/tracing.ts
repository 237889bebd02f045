import {
  type Context,
  context,
  defaultTextMapGetter,
  isSpanContextValid,
  propagation,
  ROOT_CONTEXT,
  type SpanContext,
  SpanKind,
  TraceFlags,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { TracerProvider } from '@opentelemetry/sdk-trace';
import type { Exchange, ExchangeFields, Following, RequestObserver } from '#host/requests/requests';
import { createExportCounts, type ExportCounts } from '#host/telemetry/export-counts';
import type { Telemetry } from '#host/telemetry/telemetry';
import { createPropagator } from './propagator.ts';
import { createSampling } from './sampling.ts';
import { endServerSpan, serverSpan } from './server-span.ts';
import { spanProcessors } from './span-processors.ts';

/** Observes requests: a sampled one becomes a span, and a context is put around its handler. */
export interface Tracing extends RequestObserver {
  /** For spans of your own. */
  readonly tracer: Tracer;
  /** What tells the trace of the code running now in log lines; `undefined` outside of one. */
  logFields(): ExchangeFields | undefined;
  /** What has become of the spans for a collector. */
  readonly counts: Readonly<ExportCounts>;
  /** Send what was not sent yet, and trace nothing more. */
  shutdown(): Promise<void>;
}

export interface TracingOptions {
  /** Which share of the requests that come without a decision is traced, from 0 to 1. */
  readonly ratio: number;
  /** What starts spans for outgoing calls and queries. */
  readonly instruments: readonly ((tracer: Tracer) => void)[];
}

export function createTracing(telemetry: Telemetry, options: TracingOptions): Tracing {
  const { serviceName, settings, resource, disabled } = telemetry;
  const counts = createExportCounts();
  const processors = disabled ? [] : spanProcessors(settings, counts);
  if (processors.length === 0) return untraced(serviceName);
  const sampling = createSampling(settings, options.ratio);
  const provider = new TracerProvider({
    resource,
    sampler: sampling.sampler,
    spanProcessors: processors,
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(createPropagator(settings));
  trace.setGlobalTracerProvider(provider);
  const tracer = provider.getTracer(serviceName);
  for (const instrument of options.instruments) instrument(tracer);

  function begin(exchange: Exchange): Following | undefined {
    const { request, probe, fields } = exchange;
    if (probe) return undefined;
    const { traceparent, baggage } = request.headers;
    const told = traceparent !== undefined || baggage !== undefined;
    // What comes without a trace and is not sampled costs no more than this.
    if (!told && !sampling.decide(undefined)) return undefined;
    const incoming = told
      ? propagation.extract(ROOT_CONTEXT, request.headers, defaultTextMapGetter)
      : ROOT_CONTEXT;
    const parent = trace.getSpanContext(incoming);
    if (told && !sampling.decide(parent)) return passOn(exchange, incoming, parent);

    const span = tracer.startSpan(
      request.method ?? 'HTTP',
      { kind: SpanKind.SERVER, attributes: serverSpan(request) },
      sampling.force(incoming),
    );
    Object.assign(fields, fieldsOf(span.spanContext()));
    return {
      ...within(exchange, trace.setSpan(incoming, span)),
      end: (outcome) => endServerSpan(span, request, outcome),
    };
  }

  return {
    tracer,
    begin,
    logFields: () => fieldsOf(trace.getSpanContext(context.active())),
    counts,
    shutdown: () => provider.shutdown(),
  };
}

/** Trace nothing here, but hand the caller's trace on to whoever is called. */
function passOn(
  exchange: Exchange,
  incoming: Context,
  parent: SpanContext | undefined,
): Following | undefined {
  if (incoming === ROOT_CONTEXT) return undefined;
  Object.assign(exchange.fields, fieldsOf(parent));
  return { ...within(exchange, incoming), end: () => undefined };
}

/** Put a context around the handler, and around the events of the request's body. */
function within({ request }: Exchange, active: Context): Required<Pick<Following, 'run'>> {
  context.bind(active, request);
  return { run: (inner) => context.with(active, inner) };
}

function fieldsOf(span: SpanContext | undefined): ExchangeFields | undefined {
  if (span === undefined || !isSpanContextValid(span)) return undefined;
  const flags = (span.traceFlags & TraceFlags.SAMPLED).toString(16).padStart(2, '0');
  return { trace_id: span.traceId, span_id: span.spanId, trace_flags: flags };
}

function untraced(serviceName: string): Tracing {
  return {
    tracer: trace.getTracer(serviceName),
    begin: () => undefined,
    logFields: () => undefined,
    counts: createExportCounts(),
    shutdown: () => Promise.resolve(),
  };
}
