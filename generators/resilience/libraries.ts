const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head'];

/** A way to call other services, and what bounds it. */
export interface Library {
  /** None for what Node.js brings. */
  readonly package?: string;
  /** The version from which on it can be bounded. */
  readonly since: readonly [major: number, minor: number];
  /** What its calls mean. */
  readonly calls: readonly [string, ...string[]];
  /** What is put into a call of ours: the callee, what stands before its last point; or ours takes its place. */
  readonly part: 'callee' | 'owner' | 'all';
  /** Of the constant that does so: `Axios` of `paymentsAxios`. */
  readonly suffix: string;
  /** The function that makes the constant. */
  readonly make: string;
  /** Its file in `resilience/`. */
  readonly file: string;
}

const AXIOS = {
  package: 'axios',
  since: [1, 5],
  suffix: 'Axios',
  make: 'resilientAxios',
  file: 'resilient-axios',
} as const;

const GOT = {
  package: 'got',
  since: [12, 0],
  suffix: 'Got',
  make: 'resilientGot',
  file: 'resilient-got',
} as const;

export const FETCH: Library = {
  since: [0, 0],
  calls: ['fetch'],
  part: 'all',
  suffix: 'Fetch',
  make: 'resilientFetch',
  file: 'resilient-fetch',
};

/** What can be bounded by edits of the calls. */
export const LIBRARIES: readonly Library[] = [
  FETCH,
  { ...AXIOS, calls: ['axios'], part: 'callee' },
  {
    ...AXIOS,
    calls: ['axios.create', ...membersOf('axios', [...VERBS, 'options', 'request'])],
    part: 'owner',
  },
  { ...GOT, calls: ['got', 'got.got'], part: 'callee' },
  {
    ...GOT,
    calls: ['got.extend', 'got.got.extend', ...membersOf('got', VERBS), ...membersOf('got.got', VERBS)],
    part: 'owner',
  },
  {
    package: 'undici',
    since: [5, 0],
    calls: ['undici.request'],
    part: 'callee',
    suffix: 'Request',
    make: 'resilientRequest',
    file: 'resilient-request',
  },
];

/** What people bound themselves. */
export const OTHERS = ['node-fetch', 'undici.fetch', 'undici.stream', 'got.stream', 'ky', 'superagent'];

function membersOf(owner: string, names: readonly string[]): readonly string[] {
  return names.map((name) => `${owner}.${name}`);
}
