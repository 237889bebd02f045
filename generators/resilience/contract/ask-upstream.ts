import axios, { AxiosError } from 'axios';
import got, { HTTPError } from 'got';
import { request } from 'undici';
import type { Client } from '../templates/resilience/client.ts';
import { createResilience } from '../templates/resilience/resilience.ts';
import { resilientAxios } from '../templates/resilience/resilient-axios.ts';
import { resilientFetch } from '../templates/resilience/resilient-fetch.ts';
import { resilientGot } from '../templates/resilience/resilient-got.ts';
import { resilientRequest } from '../templates/resilience/resilient-request.ts';
import { startUpstream } from './upstream.ts';

/** Ask for a URL and read all of the answer: its length, or the status that the library throws or tells. */
type Ask = (url: string, method: 'GET' | 'POST', signal?: AbortSignal) => Promise<number>;

const given = (signal: AbortSignal | undefined) => (signal === undefined ? {} : { signal });

/** Each library as people use it: by itself, and as an instance of their own. */
const LIBRARIES: Readonly<Record<string, (client: Client) => Ask>> = {
  fetch: (client) => async (url, method, signal) => {
    const response = await resilientFetch(client)(url, { method, ...given(signal) });
    const text = await response.text();
    return response.ok ? text.length : response.status;
  },
  axios: (client) => (url, method, signal) =>
    (method === 'GET'
      ? resilientAxios(client)(axios).get<string>(url, given(signal))
      : resilientAxios(client)(axios).post<string>(url, {}, given(signal))
    ).then(({ data }) => data.length + 2, axiosStatus),
  'axios.create': (client) => {
    const instance = resilientAxios(client)(axios.create());
    instance.interceptors.response.use(({ data, ...rest }) => ({ ...rest, data: `"${data}"` }));
    return (url, method, signal) =>
      instance<string>({ url, method, ...given(signal) }).then(({ data }) => data.length, axiosStatus);
  },
  got: (client) => (url, method, signal) =>
    resilientGot(client)(got)
      [method === 'GET' ? 'get' : 'post'](url, given(signal))
      .then(({ body }) => body.length, gotStatus),
  'got.extend': (client) => {
    const instance = resilientGot(client)(got.extend({ headers: { 'x-of': 'us' } }));
    return (url, method, signal) =>
      instance(url, { method, ...given(signal) })
        .json<string>()
        .then((text) => text.length + 2, gotStatus);
  },
  'undici.request': (client) => async (url, method, signal) => {
    const { statusCode, body } = await resilientRequest(client)(request)(url, { method, ...given(signal) });
    const text = await body.text();
    return statusCode < 400 ? text.length : statusCode;
  },
};

function axiosStatus(error: unknown): number {
  if (error instanceof AxiosError && error.response !== undefined) return error.response.status;
  throw error;
}

function gotStatus(error: unknown): number {
  if (error instanceof HTTPError) return error.response.statusCode;
  throw error;
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.name === 'Error' ? error.constructor.name : error.name;
}

// A circuit stays open for as long as the clock says; nobody waits for that here.
const { now } = Date;
let aheadMs = 0;
Date.now = () => now() + aheadMs;

/** What a library does with an upstream that is well, refuses, fails, is dead, and is back. */
async function tried(library: (client: Client) => Ask) {
  const upstream = await startUpstream();
  const client = createResilience({ backoffMs: 1, timeoutMs: 10_000 }).client('upstream');
  const ask = library(client);
  const count = async (answer: typeof upstream.mode, ...more: [method?: 'POST', signal?: AbortSignal]) => {
    const [method = 'GET', signal] = more;
    const before = upstream.requests.length;
    upstream.mode = answer;
    const outcome = await ask(upstream.url, method, signal).catch(nameOf);
    return [outcome, upstream.requests.length - before] as const;
  };
  const whole = await count(200);
  const refused = await count(404);
  const failedPost = await count(503, 'POST');
  const failedGet = await count(503);
  const left = await count(200, 'POST', AbortSignal.abort());
  await count(200);
  const deadPost = await count('dead', 'POST');
  const dead: Awaited<ReturnType<typeof count>>[] = [];
  for (let call = 0; call < 10; call += 1) dead.push(await count('dead'));
  const openCircuit = client.readings().circuit;
  const refusedHere = await count(200);
  aheadMs += 11_000;
  const recovered = await count(200);
  upstream.close();
  return {
    whole,
    refused,
    failedPost,
    failedGet,
    left,
    deadPost,
    dead: dead.reduce((sum, [, requests]) => sum + requests, 0),
    last: dead.at(-1)?.[0],
    openCircuit,
    refusedHere,
    recovered,
    circuit: client.readings().circuit,
  };
}

for (const [name, library] of Object.entries(LIBRARIES))
  console.log(JSON.stringify({ name, ...(await tried(library)) }));
