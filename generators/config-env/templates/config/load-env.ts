import type { z } from 'zod';

/** Says which variables are wrong and why; never what they hold. */
export class EnvironmentError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(['The environment is not valid:', ...faults.map((fault) => `  ${fault}`)].join('\n'));
    this.name = 'EnvironmentError';
    this.faults = faults;
  }
}

type Source = Readonly<Record<string, string | undefined>>;

/** `EX_CONFIG` of sysexits.h: something is wrong with the configuration. */
const EXIT_CODE = 78;

/**
 * Read the environment once, at start. Faults are all listed on stderr and end the process with exit code 78;
 * where NODE_ENV is `test` they are thrown instead, so that the test runner can report them.
 */
export function loadEnv<Schema extends z.ZodObject>(
  schema: Schema,
  source: Source = process.env,
): Readonly<z.infer<Schema>> {
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
export function parseEnv<Schema extends z.ZodObject>(
  schema: Schema,
  source: Source,
): Readonly<z.infer<Schema>> {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = schema.safeParse(present);
  if (result.success) return Object.freeze(result.data);
  throw new EnvironmentError(
    result.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `${name}: ${present[name] === undefined ? 'is required' : issue.message}`;
    }),
  );
}

/** Give a default for development; in production the variable must be set, and to something else. */
export function developmentDefault<Schema extends z.ZodType<string>>(
  schema: Schema,
  value: string,
) {
  const { NODE_ENV } = process.env;
  if (NODE_ENV !== 'production')
    return schema.default(value as z.core.util.NoUndefined<z.output<Schema>>);
  return schema.refine(
    (given) => given !== value,
    'must not be the development default in production',
  );
}
