import { DomainError } from '#source/domain/kernel/domain-error';

/** The messages of a bus, by type: what each carries, and what comes of it. */
export type MessageTypes<Types> = {
  readonly [Type in keyof Types]: { readonly input: unknown; readonly result: unknown };
};

/** A message on its way to its handler. */
export interface Message {
  readonly type: string;
  readonly input: unknown;
}

/** What happens around a handler, from the outside in. */
export const STAGES = ['validate', 'authorize', 'transaction'] as const;

export type Stage = (typeof STAGES)[number];

/** Goes around the handlers of all messages; it calls `next`, or throws. */
export type Middleware = (message: Message, next: () => Promise<unknown>) => Promise<unknown>;

type InputOf<Type> = Type extends { readonly input: infer Input } ? Input : never;
type ResultOf<Type> = Type extends { readonly result: infer Result } ? Result : never;

export interface SendOptions {
  /** The version on which the sender has decided: when it is no longer that, trying again is not for us to do. */
  readonly expectedVersion?: number;
}

/** Brings each message to its one handler. */
export interface Bus<Types extends MessageTypes<Types>> {
  /** Throws RangeError when the type has a handler already, naming where both are registered. */
  handle<Type extends keyof Types & string>(
    type: Type,
    handler: (input: InputOf<Types[Type]>) => Promise<ResultOf<Types[Type]>>,
  ): void;
  /** Put something around every handler. The order is that of the stages, whatever the order of calls. */
  use(stage: Stage, middleware: Middleware): void;
  /** Throws RangeError when nothing handles the type. */
  send<Type extends keyof Types & string>(
    type: Type,
    input: InputOf<Types[Type]>,
    options?: SendOptions,
  ): Promise<ResultOf<Types[Type]>>;
  /** Do what somebody else handles as if it had its handler here: the same around it, and again when it was outrun. */
  around<Result>(
    message: Message,
    handle: () => Promise<Result>,
    options?: SendOptions,
  ): Promise<Result>;
}

interface Registered {
  readonly handler: (input: never) => Promise<unknown>;
  readonly place: string;
}

/** @param retries how often a message is handled again when somebody else has changed the same aggregate meanwhile */
export function createBus<Types extends MessageTypes<Types>>(retries = 3): Bus<Types> {
  const handlers = new Map<string, Registered>();
  const around: { readonly stage: Stage; readonly middleware: Middleware }[] = [];

  function staged(message: Message, innermost: () => Promise<unknown>): Promise<unknown> {
    return around.reduceRight<() => Promise<unknown>>(
      (next, { middleware }) =>
        () =>
          middleware(message, next),
      innermost,
    )();
  }

  async function send(
    message: Message,
    innermost: () => Promise<unknown>,
    options: SendOptions = {},
  ): Promise<unknown> {
    const attempts = options.expectedVersion === undefined ? retries + 1 : 1;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await staged(message, innermost);
      } catch (error) {
        if (attempt >= attempts || !isOutrun(error)) throw error;
      }
    }
  }

  return {
    handle(type, handler) {
      const place = callerOf(new Error('handle'));
      const other = handlers.get(type);
      if (other !== undefined)
        throw new RangeError(`${type} is handled in ${other.place} and in ${place}.`);
      handlers.set(type, { handler, place });
    },
    use(stage, middleware) {
      around.push({ stage, middleware });
      around.sort((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage));
    },
    async send(type, input, options) {
      const handled = async () => {
        const registered = handlers.get(type);
        if (registered === undefined) throw new RangeError(`Nothing handles ${type}.`);
        return registered.handler(input as never);
      };
      return (await send({ type, input }, handled, options)) as never;
    },
    around: async (message, handle, options) => (await send(message, handle, options)) as never,
  };
}

/** Whether somebody else was quicker, so that it may well work now. */
function isOutrun(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'concurrency-conflict';
}

/** The file and line that called us, of the service's own. */
function callerOf({ stack = '' }: Error): string {
  const lines = stack.split('\n').slice(2);
  return /\(?((?:file:\/\/)?[^()\s]+:\d+):\d+\)?$/.exec(lines[0] ?? '')?.[1] ?? 'an unknown place';
}
