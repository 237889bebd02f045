/** A symbol that generated code uses; printing the code also prints its import. */
export interface ImportedSymbol {
  readonly kind: 'symbol';
  readonly name: string;
  /**
   * A package (`express`, `node:http`), a file of the platform folder (`#host/health/health`) or one below the folder of
   * the service's sources (`#source/domain/kernel/identifier`).
   */
  readonly module: string;
  /** `lazy` is no import at the top of the file but one where it stands, when it runs: see {@link lazily}. */
  readonly form: 'named' | 'default' | 'namespace' | 'type' | 'lazy';
}

/** A constant of the composition root, declared by a `platform.instances` contribution. */
export interface InstanceReference {
  readonly kind: 'instance';
  readonly name: string;
  /** What stands in its place when no feature declares the constant. */
  readonly fallback?: Code;
}

/** A TypeScript expression or statement list that carries its imports. Plain data. */
export interface Code {
  readonly kind: 'code';
  readonly parts: readonly CodePart[];
}

export type CodePart = string | ImportedSymbol | InstanceReference;

type Interpolated = CodePart | Code | number | boolean | readonly Code[];

/**
 * Write a fragment of TypeScript whose symbols carry their imports.
 * Strings are inserted as they are; use {@link literal} for a string literal. A list of fragments is joined with `, `.
 *
 * @example code`${from('createHealth', '#host/health/health')}({ cacheMs: ${env}.HEALTH_CACHE_MS })`
 */
export function code(strings: TemplateStringsArray, ...values: readonly Interpolated[]): Code {
  const parts: CodePart[] = [];
  strings.forEach((text, index) => {
    if (text !== '') parts.push(text);
    const value = values[index];
    if (value !== undefined) parts.push(...partsOf(value));
  });
  return { kind: 'code', parts };
}

/** Name a symbol and the module it is imported from. */
export function from(name: string, module: string, form: ImportedSymbol['form'] = 'named'): ImportedSymbol {
  return { kind: 'symbol', name, module, form };
}

/**
 * Load a module where it is needed, when it is needed, and not before: `import('../db/pool.js')`. For people's own modules, which
 * may themselves import from the platform.
 *
 * @example code`async () => (await ${lazily('#source/db/pool')}).pool.query('select 1')`
 */
export function lazily(module: string): ImportedSymbol {
  return { kind: 'symbol', name: '', module, form: 'lazy' };
}

/** Refer to a constant that a `platform.instances` contribution declares. */
export function instance(name: string): InstanceReference {
  return { kind: 'instance', name };
}

/**
 * Refer to a constant that another feature may declare, and say what to write when none does.
 *
 * @example code`{ log: ${instanceOr('logger', code`console`)} }`
 */
export function instanceOr(name: string, fallback: Code): InstanceReference {
  return { kind: 'instance', name, fallback };
}

/** Print a JSON value as a TypeScript literal, strings in single quotes. */
export function literal(value: string | number | boolean | null): Code {
  if (typeof value !== 'string') return { kind: 'code', parts: [String(value)] };
  const escaped = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return { kind: 'code', parts: [`'${escaped}'`] };
}

/** Join fragments with a separator. */
export function join(fragments: readonly Code[], separator: string): Code {
  const parts = fragments.flatMap((fragment, index) =>
    index === 0 ? fragment.parts : [separator, ...fragment.parts],
  );
  return { kind: 'code', parts };
}

function partsOf(value: Interpolated): readonly CodePart[] {
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (typeof value === 'string') return [value];
  if (isList(value)) return join(value, ', ').parts;
  return value.kind === 'code' ? value.parts : [value];
}

function isList(value: object): value is readonly Code[] {
  return Array.isArray(value);
}
