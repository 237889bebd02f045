export * from '../../templates/idempotency/http.ts';
