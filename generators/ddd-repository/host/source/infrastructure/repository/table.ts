export * from '../../../../templates/infrastructure/repository/table.ts';
