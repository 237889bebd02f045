import {
  type AxiosAdapter,
  AxiosError,
  type AxiosInstance,
  type AxiosRequestConfig,
  type AxiosResponse,
  getAdapter,
} from 'axios';
import { callForAnswer, isRepeatable } from './call-for-answer.ts';
import type { Client } from './client.ts';
import type { AnswerState } from './upstream-error.ts';

type Methods = Pick<
  AxiosInstance,
  'delete' | 'get' | 'head' | 'options' | 'patch' | 'post' | 'put' | 'request'
>;

/**
 * Make an axios, or an instance of it, call an upstream through a client: bounded in time and number, repeated where that
 * is safe. Interceptors, defaults and errors are as before, and what is given is not changed itself.
 *
 * @example const { data } = await resilientAxios(payments)(axios).get<Charge>(`${env.PAYMENTS_URL}/charges/${id}`);
 */
export function resilientAxios(
  client: Client,
): <Axios extends AxiosInstance>(axios: Axios) => Axios {
  return (axios) => {
    const bound = <Data>(config: AxiosRequestConfig<Data> = {}): AxiosRequestConfig<Data> => ({
      ...config,
      adapter: boundAdapter(client, getAdapter(config.adapter ?? axios.defaults.adapter)),
    });
    const methods: Methods = {
      request: (config) => axios.request(bound(config)),
      get: (url, config) => axios.get(url, bound(config)),
      delete: (url, config) => axios.delete(url, bound(config)),
      head: (url, config) => axios.head(url, bound(config)),
      options: (url, config) => axios.options(url, bound(config)),
      post: (url, data, config) => axios.post(url, data, bound(config)),
      put: (url, data, config) => axios.put(url, data, bound(config)),
      patch: (url, data, config) => axios.patch(url, data, bound(config)),
    };
    const send = (first: string | AxiosRequestConfig, second?: AxiosRequestConfig) =>
      typeof first === 'string' ? axios(first, bound(second)) : axios(bound(first));
    return Object.assign(send, axios, methods);
  };
}

/** What sends a request once it is made, below interceptors and transformations. */
function boundAdapter(client: Client, send: AxiosAdapter): AxiosAdapter {
  return async (config) => {
    const answer = await callForAnswer<AxiosResponse | Refusal>(
      client,
      (signal) => send({ ...config, signal }).catch(refusal),
      stateOf,
      {
        repeatable: isRepeatable(config.method ?? 'get', config.data),
        signal: config.signal instanceof AbortSignal ? config.signal : undefined,
      },
    );
    if (answer instanceof Refusal) throw answer.error;
    return answer;
  };
}

/** An answer that axios throws, because of its status. */
class Refusal {
  readonly error: AxiosError;
  readonly response: AxiosResponse;

  constructor(error: AxiosError, response: AxiosResponse) {
    this.error = error;
    this.response = response;
  }
}

function refusal(error: unknown): Refusal {
  if (error instanceof AxiosError && error.response !== undefined)
    return new Refusal(error, error.response);
  throw error;
}

function stateOf(answer: AxiosResponse | Refusal): AnswerState {
  const { status, headers, data } = answer instanceof Refusal ? answer.response : answer;
  const retryAfter: unknown = headers['retry-after'];
  return {
    status,
    retryAfter: typeof retryAfter === 'string' ? retryAfter : undefined,
    discard: () => data?.destroy?.(),
  };
}
