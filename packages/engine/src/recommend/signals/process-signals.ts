import type { Signal } from './signal.ts';

const SETTINGS_FILE = /(?:^|[/.-])(?:config|configuration|env|environment|settings)(?:[/.-]|$)/i;

/** What a service does as a process: starting, stopping, settings, saying what goes on. */
export const PROCESS_SIGNALS = {
  listens: {
    found: 'listens',
    missing: 'nothing listens',
    // Its command listens, in place of the service's own code.
    packages: ['fastify-cli'],
    pattern: /\.\s*listen\s*\(|\bserve\s*\(\s*(?:\{|app\b)/g,
  },
  'signal-handler': {
    found: 'handles SIGTERM',
    missing: 'no SIGTERM handler',
    packages: [
      'close-with-grace',
      '@godaddy/terminus',
      'lightship',
      'http-terminator',
      'stoppable',
      'http-graceful-shutdown',
      'fastify-graceful-shutdown',
    ],
    pattern:
      /\bprocess\s*\.\s*(?:on|once|addListener)\s*\(\s*["'`](?:SIGTERM|SIGINT)["'`]|\benableShutdownHooks\s*\(/g,
  },
  'env-read': {
    found: 'reads `process.env`',
    missing: 'no read of `process.env` outside a settings file',
    pattern: /\bprocess\s*\.\s*env\b/g,
    notFiles: SETTINGS_FILE,
  },
  'env-schema': {
    found: 'checks the environment',
    missing: 'nothing checks the environment',
    packages: ['envalid', 'env-var', 'convict', 'znv', '@t3-oss/env-core', 'env-schema', '@fastify/env'],
    pattern:
      /\b(?:parse|safeParse|validate|validateSync|attempt|plainToInstance|plainToClass)\s*\([^()\n]{0,60}\bprocess\s*\.\s*env\b|\bvalidationSchema\s*:/g,
  },
  'console-call': {
    found: 'writes to the console',
    missing: 'no `console` call',
    pattern: /\bconsole\s*\.\s*(?:log|info|warn|error|debug)\s*\(/g,
  },
  logger: {
    found: 'uses a logger',
    missing: 'no logger',
    packages: [
      'pino',
      'pino-http',
      'winston',
      'bunyan',
      'log4js',
      'nestjs-pino',
      'nest-winston',
      'tslog',
      'loglevel',
      'consola',
    ],
  },
  'metrics-client': {
    found: 'measures',
    missing: 'nothing measures requests',
    packages: [
      'prom-client',
      'express-prom-bundle',
      'express-prometheus-middleware',
      'fastify-metrics',
      '@willsoto/nestjs-prometheus',
      '@opentelemetry/sdk-metrics',
      'hot-shots',
    ],
  },
  'tracing-client': {
    found: 'traces',
    missing: 'nothing traces requests',
    packages: [
      '@opentelemetry/sdk-node',
      '@opentelemetry/sdk-trace-node',
      '@opentelemetry/sdk-trace-base',
      '@opentelemetry/sdk-trace',
      '@opentelemetry/auto-instrumentations-node',
      'dd-trace',
      'elastic-apm-node',
      'newrelic',
      '@google-cloud/trace-agent',
      'applicationinsights',
    ],
  },
  'interval-job': {
    found: 'runs a job by the clock',
    missing: 'no job by the clock',
    packages: [
      'node-cron',
      'cron',
      'node-schedule',
      'agenda',
      '@nestjs/schedule',
      'toad-scheduler',
      '@fastify/schedule',
    ],
    pattern: /\bsetInterval\s*\(/g,
  },
  'secret-literal': {
    found: 'holds what looks like a secret',
    missing: 'nothing that looks like a secret in the code',
    pattern:
      /\b\w{0,40}(?:secret|password|passwd|api_?key|private_?key|access_?token)\w{0,40}["']?\s*(?:[:=]|\|\||\?\?)\s*["'](?!\s*["'])[^"'\s]{6,}["']/gi,
  },
} as const satisfies Readonly<Record<string, Signal>>;
