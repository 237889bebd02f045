export * from '../../templates/http/json-schema.ts';
