export * from '../../templates/http/body-limits.ts';
