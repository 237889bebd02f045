export type * from './compose/catalog.ts';
export * from './compose/compose.ts';
export { type Decided, decide } from './compose/decide.ts';
export type * from './compose/feature.ts';
export type * from './compose/request.ts';
export { takeFix, type Unsolved } from './compose/take-fix.ts';
export type { Drift, DriftId } from './drift/drift.ts';
export { findDrift } from './drift/find-drift.ts';
export * from './lockfile/lockfile.ts';
export { readLockfile } from './lockfile/read-lockfile.ts';
export { type DeclaredFeature, readManifest } from './manifest/read-manifest.ts';
export { readPlan } from './manifest/read-plan.ts';
export { readRequest } from './manifest/read-request.ts';
export { readUniverse } from './manifest/read-universe.ts';
export type { Reading } from './manifest/reading.ts';
export { answerSchema } from './manifest/schemas/answer-schema.ts';
export { catalogSchema } from './manifest/schemas/catalog-schema.ts';
export { lockfileSchema } from './manifest/schemas/lockfile-schema.ts';
export { manifestSchema } from './manifest/schemas/manifest-schema.ts';
export { planSchema } from './manifest/schemas/plan-schema.ts';
export { requestSchema } from './manifest/schemas/request-schema.ts';
export { wantedSchema } from './manifest/schemas/wanted-schema.ts';
export { basePath, readBase } from './planner/base-texts.ts';
export { hasMarkers, markerLines } from './planner/git-markers.ts';
export type * from './planner/host-editor.ts';
export type * from './planner/plan.ts';
export type * from './planner/platform.ts';
export { optionFault } from './planner/read-options.ts';
export { type ImportStyle, specifier } from './planner/specifier.ts';
export * from './problem.ts';
export { extendedSettings } from './profile/extended-settings.ts';
export { dirname, joinPath, relativePath } from './profile/path.ts';
export type { Pins } from './profile/pins.ts';
export { profile } from './profile/profile.ts';
export { type Attempt, adding, askedFor, attempt, fits, type Trial } from './recommend/attempt.ts';
export { type Evidence, evidenceText } from './recommend/evidence.ts';
export { factsOf } from './recommend/facts.ts';
export { type Preset, presetOf, type Skipped } from './recommend/preset.ts';
export {
  type Recommendations,
  type Recommended,
  recommend,
  type TierGap,
  tierOf,
} from './recommend/recommend.ts';
export { type Survey, survey } from './recommend/survey.ts';
export { type PresetRequest, withPreset } from './recommend/with-preset.ts';
export type * from './resolver/explanation/causes.ts';
export { LIMITS, type Limits } from './resolver/limits.ts';
export type * from './resolver/request.ts';
export type * from './resolver/resolution.ts';
export { resolve } from './resolver/resolve.ts';
export { type GraphFormat, renderGraph } from './resolver/show/render-graph.ts';
export { why } from './resolver/show/why.ts';
export { filesBelow } from './tree/files-below.ts';
export { hash } from './tree/hash.ts';
export { memoryTree } from './tree/memory-tree.ts';
export { type PassingTree, passOver } from './tree/pass-over.ts';
export type { Tree } from './tree/tree.ts';
export { readWanted } from './wanted/read-wanted.ts';
export * from './wanted/wanted.ts';
export { nearest } from './words/nearest.ts';
