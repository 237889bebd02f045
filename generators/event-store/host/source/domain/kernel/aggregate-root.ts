export * from '../../../../../ddd-core/templates/domain/kernel/aggregate-root.ts';
