export * from '../../../../templates/domain/kernel/paging.ts';
