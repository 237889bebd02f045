export * from '../../../../../ddd-core/templates/domain/kernel/identifier.ts';
