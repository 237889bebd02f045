import type { Deprecation, Route } from './route.ts';

/** An answer, as its caller gets it. */
export interface Answer {
  readonly method: string;
  /** Without its query. */
  readonly path: string;
  readonly status: number;
  /** Its `content-type`. */
  readonly type: string;
  readonly body: string;
}

export interface AnswerOptions {
  /** Whether answers are compared with what is described: outside production. */
  readonly check: boolean;
  /** Whether an answer that is not as described is a failure: in tests. Otherwise it is logged. */
  readonly strict: boolean;
  readonly log: { warn(details: object, message: string): void };
}

/** What is known of answers before and after they are made. */
export interface Answers {
  readonly check: boolean;
  /** The headers that tell callers of a route's end. */
  headersOf(method: string, path: string): Readonly<Record<string, string>>;
  /** Compare an answer with what is described. Throws Error where that is strict. */
  compare(answer: Answer): void;
}

/** Look after the answers of described routes. */
export function createAnswers(
  routes: readonly Route[],
  { check, strict, log }: AnswerOptions,
): Answers {
  const watched = routes
    .filter(({ deprecated }) => check || deprecated !== undefined)
    .map((route) => ({ route, pattern: patternOf(route.path) }));
  const find = (method: string, path: string): Route | undefined =>
    watched.find(
      ({ route, pattern }) => route.method === method.toLowerCase() && pattern.test(path),
    )?.route;
  return {
    check: check && watched.length > 0,
    headersOf: (method, path) => {
      const deprecated = watched.length === 0 ? undefined : find(method, path)?.deprecated;
      return deprecated === undefined || deprecated === true ? {} : headersOf(deprecated);
    },
    compare: (answer) => {
      const route = find(answer.method, answer.path);
      const fault = route === undefined ? undefined : faultOf(route, answer);
      if (fault === undefined) return;
      const message = `${answer.method} ${answer.path} answers ${answer.status}, ${fault}`;
      if (strict) throw new Error(message);
      log.warn({ method: answer.method, path: answer.path, status: answer.status }, message);
    },
  };
}

/** RFC 9745 and RFC 8594. */
function headersOf({ since, sunset, link }: Deprecation): Readonly<Record<string, string>> {
  return {
    deprecation: `@${Math.floor(since.getTime() / 1000)}`,
    ...(sunset === undefined ? {} : { sunset: sunset.toUTCString() }),
    ...(link === undefined ? {} : { link: `<${link}>; rel="deprecation"` }),
  };
}

/** How an answer is not as its route describes; that of a failure of the service's own is not described. */
function faultOf({ responses }: Route, { status, type, body }: Answer): string | undefined {
  if (status >= 500 || status === 304) return undefined;
  const described = responses[status];
  if (described === undefined) {
    const isProblem = status >= 400 && type.startsWith('application/problem+json');
    return isProblem ? undefined : 'which is not described';
  }
  if (described.body === undefined) return undefined;
  const parsed = described.body.safeParse(jsonOf(body));
  if (parsed.success) return undefined;
  const places = parsed.error.issues.map(({ path, message }) => `/${path.join('/')}: ${message}`);
  return `but not as described: ${places.join('; ')}`;
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function patternOf(path: string): RegExp {
  const parts = path.split(/\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]+')}/?$`);
}
