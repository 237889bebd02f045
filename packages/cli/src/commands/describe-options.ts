import type { Json } from '@joinery/kit';

/** One option of a feature, in words. */
export interface OptionRow {
  readonly name: string;
  /** `integer, 0 or more`, `one of a, b`. */
  readonly kind: string;
  /** What holds when nobody sets it. */
  readonly fallback: string | undefined;
  readonly description: string;
}

/** Put a feature's options schema in words, in the schema's own order. */
export function describeOptions(schema: Json | undefined): readonly OptionRow[] {
  const properties = recordOf(recordOf(schema).properties);
  return Object.entries(properties).map(([name, value]) => {
    const option = recordOf(value);
    return {
      name,
      kind: kindOf(option),
      fallback: option.default === undefined ? undefined : JSON.stringify(option.default),
      description: typeof option.description === 'string' ? option.description : '',
    };
  });
}

function kindOf(option: Readonly<Record<string, Json>>): string {
  if (isList(option.enum)) return `one of ${option.enum.map(String).join(', ')}`;
  const type = typeof option.type === 'string' ? option.type : 'value';
  if (type === 'array') return `list of ${kindOf(recordOf(option.items))}`;
  const { minimum, maximum } = option;
  if (minimum !== undefined && maximum !== undefined) return `${type}, ${minimum} to ${maximum}`;
  if (minimum !== undefined) return `${type}, ${minimum} or more`;
  return maximum === undefined ? type : `${type}, ${maximum} or less`;
}

function recordOf(value: Json | undefined): Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !isList(value) ? value : {};
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
