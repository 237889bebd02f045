export * from '../../../storage-sql/templates/storage/errors.ts';
