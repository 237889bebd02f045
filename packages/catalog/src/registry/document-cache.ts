import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What is kept of a package document: for each version, the part that resolving needs. */
export interface CachedDocument {
  readonly name: string;
  readonly fetchedAt: number;
  readonly etag: string | undefined;
  readonly versions: readonly PublishedVersion[];
}

export interface PublishedVersion {
  readonly version: string;
  /** The `joinery` field, as it was published. */
  readonly joinery: unknown;
}

export interface DocumentCache {
  /** `undefined` when there is none, or none that can be read. */
  read(name: string): Promise<CachedDocument | undefined>;
  write(document: CachedDocument): Promise<void>;
}

/** Documents on disk, one file each; names are hashed, so that none can lead out of the folder. */
export function documentCache(folder: string, registry: string): DocumentCache {
  const fileOf = (name: string) => {
    const hash = createHash('sha256').update(`${registry}\n${name}`).digest('hex');
    return join(folder, `${hash}.json`);
  };
  return {
    read: async (name) => {
      try {
        const document: unknown = JSON.parse(await readFile(fileOf(name), 'utf8'));
        return isDocument(document) && document.name === name ? document : undefined;
      } catch {
        return undefined;
      }
    },
    write: async (document) => {
      await mkdir(folder, { recursive: true });
      const file = fileOf(document.name);
      const draft = `${file}.${randomUUID()}`;
      await writeFile(draft, JSON.stringify(document));
      await rename(draft, file);
    },
  };
}

function isDocument(value: unknown): value is CachedDocument {
  if (typeof value !== 'object' || value === null) return false;
  const { name, fetchedAt, versions } = value as Readonly<Record<string, unknown>>;
  return typeof name === 'string' && typeof fetchedAt === 'number' && Array.isArray(versions);
}
