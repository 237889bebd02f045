import type { FileStore } from '#host/storage/file-store';
import type { QueryRepository } from '#source/domain/kernel/repository';
import { fileCollection } from '#source/infrastructure/repository/file-repository';
import { createCollectionRepository } from '#source/infrastructure/repository/memory-repository';
import type { RecordEvents, Stored, Table } from '#source/infrastructure/repository/table';

/** Makes the repositories of the service. */
export type CreateRepository = <Aggregate extends Stored, State extends object>(
  table: Table<Aggregate, State>,
) => QueryRepository<Aggregate, State>;

/**
 * Keep aggregates in the service's file.
 *
 * @example export const orders = createRepository(orderTable);
 */
export function repositoriesIn(store: FileStore, record?: RecordEvents): CreateRepository {
  return (table) => createCollectionRepository(fileCollection(store, table.name), table, record);
}
