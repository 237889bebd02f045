export * from '../../templates/logging/logger.ts';
