export * from '../../../../../ddd-core/templates/domain/kernel/domain-event.ts';
