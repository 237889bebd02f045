export * from '../../../../templates/infrastructure/repository/file-repository.ts';
