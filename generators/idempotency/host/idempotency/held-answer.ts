export * from '../../templates/idempotency/held-answer.ts';
