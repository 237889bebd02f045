import type { FrameworkAdapter } from '../adapter.ts';
import { composeNodeHttp } from './compose.ts';
import { nodeHttpPlaces } from './places.ts';

/** Plain `node:http`, also over TLS. */
export const nodeHttp: FrameworkAdapter = { compose: composeNodeHttp, places: nodeHttpPlaces };
