import type { FrameworkAdapter } from '../adapter.ts';
import { composeExpress } from './compose.ts';
import { expressPlaces } from './places.ts';

/** Express 4 and 5. */
export const express: FrameworkAdapter = { compose: composeExpress, places: expressPlaces };
