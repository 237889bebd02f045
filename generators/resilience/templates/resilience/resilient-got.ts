import type { Got, OptionsInit, Response } from 'got';
import { callForAnswer, isRepeatable } from './call-for-answer.ts';
import type { Client } from './client.ts';
import type { AnswerState } from './upstream-error.ts';

const METHODS = ['get', 'post', 'put', 'patch', 'head', 'delete'] as const;

/**
 * Make a got call an upstream through a client: bounded in time and number, repeated where that is safe, by the client
 * and not by got. Streams and pages are as before; a request has `json`, `text` and `buffer`, and is ended by a signal.
 *
 * @example const charge = await resilientGot(payments)(got)(`${env.PAYMENTS_URL}/charges/${id}`).json<Charge>();
 */
export function resilientGot(client: Client): <Instance extends Got>(got: Instance) => Instance {
  const through = <Instance extends Got>(got: Instance): Instance => {
    const bound: Instance = new Proxy(got, {
      apply: (plain, _self, [url, options = {}]: [string | URL, OptionsInit?]) =>
        options.isStream === true ? plain(url, options) : ask(client, plain, url, options),
      get: (plain, name) => {
        if (name === 'extend')
          return (...given: Parameters<Got['extend']>) => through(plain.extend(...given));
        const method = METHODS.find((each) => each === name);
        if (method === undefined) return Reflect.get(plain, name);
        return (url: string | URL, options?: OptionsInit) => bound(url, { ...options, method });
      },
    });
    return bound;
  };
  return through;
}

type Read = 'json' | 'text' | 'buffer';

/** Ask once it is known what is wanted of the answer: `got(url)`, or `got(url).json()`. */
function ask(client: Client, got: Got, url: string | URL, options: OptionsInit): Promise<unknown> {
  const method = options.method ?? got.defaults.options.method;
  const start = async (read?: Read): Promise<unknown> => {
    const answer = await callForAnswer<unknown>(
      client,
      (signal) => {
        const once = { ...options, signal, isStream: false, retry: { limit: 0 } } as const;
        const request = got(url, once);
        return (read === undefined ? request : request[read]()).catch(refusal);
      },
      stateOf,
      { repeatable: isRepeatable(method, options.body), signal: options.signal },
    );
    if (answer instanceof Refusal) throw answer.error;
    return answer;
  };
  let asked: Promise<unknown> | undefined;
  const whole = Promise.resolve().then(() => {
    asked ??= start();
    return asked;
  });
  const reading = (read: Read) => () => {
    if (asked !== undefined) return asked.then((response) => converted(response, read));
    whole.catch(() => undefined);
    asked = start(read);
    return asked;
  };
  return Object.assign(whole, {
    json: reading('json'),
    text: reading('text'),
    buffer: reading('buffer'),
  });
}

/** An answer that got throws, because of its status. */
class Refusal {
  readonly error: unknown;
  readonly response: Answer;

  constructor(error: unknown, response: Answer) {
    this.error = error;
    this.response = response;
  }
}

type Answer = Pick<Response, 'statusCode' | 'headers' | 'rawBody'>;

function refusal(error: unknown): Refusal {
  if (error instanceof Error && 'response' in error && isAnswer(error.response))
    return new Refusal(error, error.response);
  throw error;
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && 'statusCode' in value && 'headers' in value;
}

function stateOf(answer: unknown): AnswerState {
  const response = answer instanceof Refusal ? answer.response : answer;
  if (!isAnswer(response)) return { status: 200 };
  return { status: response.statusCode, retryAfter: response.headers['retry-after'] };
}

function converted(answer: unknown, read: Read): unknown {
  if (!isAnswer(answer)) return answer;
  if (read === 'buffer') return answer.rawBody;
  const text = answer.rawBody.toString();
  return read === 'json' ? JSON.parse(text) : text;
}
