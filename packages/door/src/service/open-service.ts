import { diskTree, openCatalog, type RegistryPlace, registryFeatures } from '@joinery/catalog';
import type { ComposePorts } from '@joinery/engine';
import type { Service } from './find-service.ts';
import { neighbourLocks } from './neighbour-locks.ts';

/** Where features come from besides the service itself. */
export interface FeaturePlaces {
  /** The folder of the running tool's own package. */
  readonly tool: string;
  /** JSON catalog files. */
  readonly catalogs: readonly string[];
  /** An npm registry to ask, too. */
  readonly registry?: RegistryPlace;
}

/** Everything that composing needs of a service on the disk. A door with a tree of its own replaces `tree`. */
export function openService(service: Service, places: FeaturePlaces): ComposePorts {
  return {
    tree: diskTree(service.folder, service.workspace),
    catalog: openCatalog({
      host: service.folder,
      ...(service.root === undefined ? {} : { workspace: service.root }),
      tool: places.tool,
      files: places.catalogs,
      more: places.registry === undefined ? [] : [registryFeatures(places.registry)],
    }),
    loadEditor,
    neighbours: () => neighbourLocks(service),
  };
}

/** The editor brings ts-morph along, which costs more than all the rest: it is loaded when something must be planned. */
async function loadEditor() {
  const { loadHostEditor } = await import('@joinery/source');
  return loadHostEditor();
}
