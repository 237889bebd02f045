import type { Storage } from '#host/storage/storage';
import type { QueryRepository } from '#source/domain/kernel/repository';
import { createSqlRepository } from '#source/infrastructure/repository/sql-repository';
import type { RecordEvents, Stored, Table } from '#source/infrastructure/repository/table';

/** Makes the repositories of the service. */
export type CreateRepository = <Aggregate extends Stored, State extends object>(
  table: Table<Aggregate, State>,
) => QueryRepository<Aggregate, State>;

/**
 * Keep aggregates in the service's database.
 *
 * @example export const orders = createRepository(orderTable);
 */
export function repositoriesIn(storage: Storage, record?: RecordEvents): CreateRepository {
  return (table) => createSqlRepository(storage, table, record);
}
