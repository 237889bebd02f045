export * from '../../templates/openapi/docs-page.ts';
