export * from '../../templates/logging/access-log.ts';
