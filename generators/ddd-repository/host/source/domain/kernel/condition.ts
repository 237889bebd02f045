export * from '../../../../templates/domain/kernel/condition.ts';
