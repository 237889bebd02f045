export * from '../../templates/idempotency/idempotency.ts';
