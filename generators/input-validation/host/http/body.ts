export * from '../../templates/http/body.ts';
