export * from '../../templates/http/input.ts';
