export { applyToFiles } from './apply-to-files.ts';
export { checkFeature } from './conformance/check-feature.ts';
export { type HostFiles, readHostFiles } from './host-files.ts';
export { type Newer, newerCatalog } from './newer-catalog.ts';
export { openWorkbench, type Workbench } from './workbench.ts';
