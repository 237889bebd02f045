/*
 * What the commands do, as one module that is loaded when one of them runs: the help, the version and completions
 * need none of it.
 */
export { addTier } from './add-tier.ts';
export { applyFile } from './apply-file.ts';
export { change } from './change.ts';
export { namesFor } from './complete.ts';
export { doctor } from './doctor.ts';
export { explain } from './explain.ts';
export { generate } from './generate.ts';
export { info } from './info.ts';
export { list } from './list.ts';
export { abortPending, continuePending, requireOneWay } from './pending.ts';
export { plan } from './plan.ts';
export { recommend } from './recommend.ts';
export { resolveFiles } from './resolve.ts';
export { tier } from './tier.ts';
export { undoLast } from './undo.ts';
export { upgrade } from './upgrade.ts';
export { graph, whyFeature } from './why.ts';
