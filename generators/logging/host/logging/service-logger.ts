export * from '../../templates/logging/service-logger.ts';
