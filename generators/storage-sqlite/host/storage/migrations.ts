export * from '../../../storage-sql/templates/storage/migrations.ts';
