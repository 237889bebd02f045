export * from '../../../storage-sql/templates/storage/announcements.ts';
