export * from '../../templates/openapi/document.ts';
