export * from '../../../../../ddd-core/templates/domain/kernel/value-object.ts';
