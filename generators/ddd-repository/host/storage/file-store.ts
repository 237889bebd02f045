export * from '../../../storage-file/templates/storage/file-store.ts';
