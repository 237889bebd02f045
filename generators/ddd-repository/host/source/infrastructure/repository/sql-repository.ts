export * from '../../../../templates/infrastructure/repository/sql-repository.ts';
