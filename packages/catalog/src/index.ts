export { accept } from './feature/accept.ts';
export { type FeatureSource, type FoundFeature, listedSource } from './feature/found-feature.ts';
export { readFeature } from './feature/read-package.ts';
export { type CatalogPlaces, openCatalog } from './open-catalog.ts';
export { type RegistryPlace, registryFeatures } from './sources/registry-features.ts';
export { workspaceFolders } from './sources/workspace-packages.ts';
export { diskTree } from './tree/disk-tree.ts';
