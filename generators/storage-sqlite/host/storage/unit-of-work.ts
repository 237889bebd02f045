export * from '../../../storage-sql/templates/storage/unit-of-work.ts';
