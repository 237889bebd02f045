export * from '../../../../../ddd-core/templates/domain/kernel/entity.ts';
