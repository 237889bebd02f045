export * from '../../../storage-sql/templates/storage/create-storage.ts';
