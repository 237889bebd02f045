import type { Asked } from '@joinery/door';

/** A request that asks for nothing: the project is brought to what its joinery.json says. */
export const NOTHING_ASKED: Asked = {
  add: [],
  remove: [],
  set: [],
  exclude: [],
  tier: undefined,
  latest: false,
};
