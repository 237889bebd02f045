import type { FileStore, Json } from '#host/storage/file-store';
import type { Collection, Document } from './memory-repository.ts';

/** Documents of one kind in the service's file. */
export function fileCollection<State extends object>(
  store: FileStore,
  name: string,
): Collection<State> {
  const read = (documents: Readonly<Record<string, Json>>): ReadonlyMap<string, Document<State>> =>
    new Map(Object.entries(documents as unknown as Readonly<Record<string, Document<State>>>));
  return {
    all: async () => read(await store.all(name)),
    change: (work) =>
      store.update((documents) => {
        const changed = Object.fromEntries(work(read(documents[name] ?? {})));
        return { ...documents, [name]: changed as unknown as Readonly<Record<string, Json>> };
      }),
  };
}
