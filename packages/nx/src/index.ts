export { type AddOptions, addGenerator } from './generators/add.ts';
export { type ComposeOptions, composeGenerator } from './generators/compose.ts';
export { type FeatureOptions, featureGenerator } from './generators/feature.ts';
export { type RemoveOptions, removeGenerator } from './generators/remove.ts';
export { type OutOfSync, syncGenerator } from './generators/sync.ts';
