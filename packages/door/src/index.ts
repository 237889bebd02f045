export { type GenerationWords, readGeneration } from './request/read-generation.ts';
export { type Asked, readRequest } from './request/read-request.ts';
export { findService, type Service } from './service/find-service.ts';
export { type FeaturePlaces, openService } from './service/open-service.ts';
export { composedText } from './text/composed-text.ts';
export { type Paint, plain } from './text/paint.ts';
export { planText } from './text/plan-text.ts';
export { problemText } from './text/problem-text.ts';
export { overlayTree, type PendingFiles } from './tree/overlay-tree.ts';
