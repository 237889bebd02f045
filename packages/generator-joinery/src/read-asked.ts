import type { Asked, GenerationWords } from '@joinery/door';
import type { Declaration, FeatureOption } from './declaration.ts';

/** What `yo` hands over: flags by name, with whatever type its parser gave them. */
export type Flags = Readonly<Record<string, unknown>>;

/** Turn Yeoman's arguments and flags into the words that every door understands. */
export function readAsked(declaration: Declaration, args: readonly string[], flags: Flags): Asked {
  const { feature, options } = declaration;
  return {
    add: feature === undefined ? args.flatMap(words) : [feature],
    remove: words(flags.remove),
    set: [...list(flags.set), ...options.flatMap((option) => setting(feature, option, flags[option.name]))],
    exclude: words(flags.exclude),
    tier: flags.tier === undefined ? undefined : String(flags.tier),
    latest: flags.latest === true,
  };
}

/** What a feature is to generate: `yo joinery:ddd-aggregate entity OrderLine --of Order`. */
export function readGenerationWords(
  { feature, generators = [] }: Declaration,
  args: readonly string[],
  flags: Flags,
): GenerationWords | undefined {
  const [first, second] = args;
  if (feature === undefined || generators.length === 0 || first === undefined) return undefined;
  const names = [...new Set(generators.flatMap((one) => Object.keys(one.arguments)))];
  const given = names.flatMap((name) =>
    flags[name] === undefined ? [] : [[name, String(flags[name])] as const],
  );
  return {
    what: second === undefined ? feature : `${feature}:${first}`,
    name: second ?? first,
    arguments: Object.fromEntries(given),
  };
}

function setting(feature: string | undefined, { name, type }: FeatureOption, value: unknown) {
  if (feature === undefined || value === undefined) return [];
  return [`${feature}.${name}=${json(type, value)}`];
}

/** A flag's value as the option's type wants it; the engine judges it. */
function json(type: string, value: unknown): string {
  if (type === 'string') return JSON.stringify(String(value));
  if (type === 'array') return JSON.stringify(words(value));
  return String(value);
}

/** `a,b` and repeated flags alike. */
function words(value: unknown): readonly string[] {
  return list(value).flatMap((text) => text.split(',').filter((word) => word !== ''));
}

function list(value: unknown): readonly string[] {
  if (value === undefined || typeof value === 'boolean') return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}
