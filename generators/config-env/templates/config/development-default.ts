interface TextSchema<WithDefault, Refined> {
  default(value: string): WithDefault;
  refine(check: (value: string) => boolean, message: string): Refined;
}

/** Give a default for development; in production the variable must be set, and to something else. */
export function developmentDefault<WithDefault, Refined>(
  schema: TextSchema<WithDefault, Refined>,
  value: string,
): WithDefault | Refined {
  const { NODE_ENV } = process.env;
  if (NODE_ENV !== 'production') return schema.default(value);
  return schema.refine(
    (given) => given !== value,
    'must not be the development default in production',
  );
}
