/** Says which variables are wrong and why; never what they hold. */
export class EnvironmentError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(['The environment is not valid:', ...faults.map((fault) => `  ${fault}`)].join('\n'));
    this.name = 'EnvironmentError';
    this.faults = faults;
  }
}

/** The part of a zod schema that is needed here. */
export interface EnvSchema<Env> {
  safeParse(source: unknown): {
    readonly data?: Env | undefined;
    readonly error?: { readonly issues: readonly Issue[] } | undefined;
  };
}

interface Issue {
  readonly path: readonly unknown[];
  readonly message: string;
}

type Source = Readonly<Record<string, string | undefined>>;

/** `EX_CONFIG` of sysexits.h: something is wrong with the configuration. */
const EXIT_CODE = 78;

/**
 * Read the environment once, at start. Faults are all listed on stderr and end the process with exit code 78;
 * where NODE_ENV is `test` they are thrown instead, so that the test runner can report them.
 */
export function loadEnv<Env extends object>(
  schema: EnvSchema<Env>,
  source: Source = process.env,
): Readonly<Env> {
  try {
    return parseEnv(schema, source);
  } catch (error) {
    const { NODE_ENV } = process.env;
    if (!(error instanceof EnvironmentError) || NODE_ENV === 'test') throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(EXIT_CODE);
  }
}

/** Check `source` against the schema and freeze the result. An empty string counts as unset. */
export function parseEnv<Env extends object>(
  schema: EnvSchema<Env>,
  source: Source,
): Readonly<Env> {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const { data, error } = schema.safeParse(present);
  if (data !== undefined) return Object.freeze(data);
  throw new EnvironmentError(
    (error?.issues ?? []).map(({ path, message }) => {
      const name = String(path[0]);
      return `${name}: ${present[name] === undefined ? 'is required' : message}`;
    }),
  );
}
