export { applyToFiles } from './apply-to-files.ts';
export { checkFeature } from './conformance/check-feature.ts';
export { fittingFeatures, type Sample } from './fitting-features.ts';
export { type HostFiles, readHostFiles } from './host-files.ts';
export { checkLaws, type LawOptions } from './laws/check-laws.ts';
export type { Law, LawReport } from './laws/law-report.ts';
export { fixtureHosts, type Laws, tryLaws } from './laws/try-laws.ts';
export { type Newer, newerCatalog } from './newer-catalog.ts';
export { openWorkbench, type Workbench } from './workbench.ts';
