export * from '../../../storage-sql/templates/storage/storage.ts';
