export * from '../../templates/pino/logging/create-logger.ts';
