export * from '../../../../../ddd-core/templates/domain/kernel/domain-error.ts';
