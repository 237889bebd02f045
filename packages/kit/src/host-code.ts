/** What a value looks like, as far as the code that reads it tells. */
export type HostShape =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'string' }
  | { readonly kind: 'number' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'literals'; readonly values: readonly (string | number | boolean)[] }
  | { readonly kind: 'list'; readonly item: HostShape }
  | {
      readonly kind: 'object';
      readonly fields: readonly HostField[];
      /** Whether the code hands it on as a whole, so that it may have more fields than are seen. */
      readonly open: boolean;
    };

export interface HostField {
  readonly name: string;
  readonly optional: boolean;
  readonly shape: HostShape;
}

/** A call in people's code, told from others like it in the same file. */
export interface HostCall {
  /** From the service's folder. */
  readonly file: string;
  readonly line: number;
  /** As it is written: `express.json`. */
  readonly of: string;
  /** What it means: `express.json`, `koa-bodyparser`, `fetch`. */
  readonly means: string;
  /** The text of the first argument; empty where there is none. */
  readonly first: string;
  /** Which of the calls of the file that are written so, with this first argument: 0 is the first. */
  readonly nth: number;
  /** Of a decorator of a method: the class and the method, `OrdersController.place`. */
  readonly within?: string;
  /** What its first argument is: nothing, an object in braces, or something that has to be followed. */
  readonly given: 'nothing' | 'object' | 'other';
}

/** A route of people's code, and what its handler reads of a request. */
export interface HostRoute {
  /** `POST` */
  readonly method: string;
  /** With the prefixes it is mounted under, as far as they can be told: `/orders/:id`. */
  readonly path: string;
  readonly call: HostCall;
  /** How many arguments the call has. */
  readonly arguments: number;
  /** Whether something looks at its requests before it, or it looks at them by a schema. */
  readonly checked: boolean;
  readonly params?: HostShape;
  readonly query?: HostShape;
  readonly body?: HostShape;
}

/** What the syntax trees of the service's own code tell; files are read and parsed when it is asked first. */
export interface HostCode {
  /** The routes that the code near the entry registers, in the order of files and lines. */
  readonly routes: () => readonly HostRoute[];
  /**
   * Its calls of functions and classes of packages, of global functions, and of methods by their names alone: `express.json`,
   * `fastify`, `fetch`, `.useBodyParser`.
   */
  readonly calls: (meaning: readonly string[], where?: CallsWhere) => readonly HostCall[];
}

/** Which calls are looked for, besides by what they mean. */
export interface CallsWhere {
  /** In these files, however far from the entry. */
  readonly files?: readonly string[];
  /**
   * Functions that edits have put around what calls belong to, `paymentsAxios`, or in the place of another,
   * `paymentsFetch`: the first are passed over, the second are found by their own names.
   */
  readonly ours?: readonly string[];
}

/** The code of a service without routes and calls, for tests of plans. */
export const NO_CODE: HostCode = { routes: () => [], calls: () => [] };
