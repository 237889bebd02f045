/** An official starter: how its generator is run, and how its user works with what came out. */
export interface Starter {
  readonly name: string;
  /** Run in an empty folder; they leave the starter in a folder named `service`. */
  readonly generate: readonly GenerateStep[];
  /** The folder of the service, from the root of what was generated. */
  readonly service?: string;
  /** The starter's own build and tests, run from its root. A word with `**` stands for the files it matches. */
  readonly build: readonly string[];
  readonly test: readonly string[];
  /** Files under git that the starter's own tests write; they are put back after each run. */
  readonly written?: readonly string[];
  /** The script that starts the service, or the command when the starter has no such script. */
  readonly start: { readonly script: string } | { readonly command: string };
  /** What this starter's commands need in their environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** How its user adds a route with a parameter, `orders/:id`, and a `slow` one. */
  readonly routes: readonly Edit[];
  /** Where these routes are served. */
  readonly prefix?: string;
}

export interface GenerateStep {
  readonly command: string;
  /** The folder to run in, from the empty one. */
  readonly in?: string;
}

/** A change by hand: text put before a line of a file, or the text of a new file. */
export type Edit =
  | { readonly file: string; readonly before: string; readonly insert: string }
  | { readonly file: string; readonly text: string };

/** What the slow route prints when a request has reached it, and how long it takes. */
export const SLOW_STARTED = 'a slow request has started';
export const SLOW_MS = 4_000;
