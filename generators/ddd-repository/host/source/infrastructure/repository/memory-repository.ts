export * from '../../../../templates/infrastructure/repository/memory-repository.ts';
