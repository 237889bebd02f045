export * from '../../templates/logging/redacted.ts';
