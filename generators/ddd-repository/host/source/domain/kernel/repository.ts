export * from '../../../../templates/domain/kernel/repository.ts';
