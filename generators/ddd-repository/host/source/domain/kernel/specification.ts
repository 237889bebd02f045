export * from '../../../../templates/domain/kernel/specification.ts';
