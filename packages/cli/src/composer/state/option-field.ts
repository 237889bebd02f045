import { type Feature, optionFault } from '@joinery/engine';
import type { Json } from '@joinery/kit';
import { describeOptions, type OptionRow } from '../../commands/describe-options.ts';

/** One option of a chosen feature, to be filled in. */
export interface OptionField extends OptionRow {
  readonly feature: string;
  readonly schema: Json;
  /** The values a person can step through; absent: the value is typed. */
  readonly choices?: readonly Json[];
  /** Whether what is typed is always a text. */
  readonly text: boolean;
}

/** The options of features, in the order of their schemas. */
export function optionFields(features: readonly Feature[]): readonly OptionField[] {
  return features.flatMap(({ name, optionsSchema }) =>
    optionsSchema === undefined
      ? []
      : describeOptions(optionsSchema).map((row) => fieldOf(name, row, optionsSchema)),
  );
}

function fieldOf(feature: string, row: OptionRow, schema: Json): OptionField {
  const property = recordOf(recordOf(schema).properties)[row.name];
  const { type, enum: values } = recordOf(property);
  const choices = type === 'boolean' ? [true, false] : Array.isArray(values) ? values : undefined;
  const field = { ...row, feature, schema, text: type === 'string' };
  return choices === undefined ? field : { ...field, choices };
}

/** What a typed text means for an option: a value, nothing (the default), or a fault as a clause. */
export type TypedValue =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'default' }
  | { readonly kind: 'fault'; readonly fault: string };

/** Read what a person typed; an empty text asks for the default. */
export function readTyped(field: OptionField, typed: string): TypedValue {
  if (typed.trim() === '') return { kind: 'default' };
  const value = field.text ? typed : parsed(typed);
  const fault = optionFault(field.schema, field.name, value);
  return fault === undefined ? { kind: 'value', value } : { kind: 'fault', fault };
}

/** JSON where it is JSON; else a list where there are commas; else the text itself. */
function parsed(typed: string): Json {
  try {
    const json: Json = JSON.parse(typed);
    return json;
  } catch {
    return typed.includes(',') ? typed.split(',').map((part) => part.trim()) : typed;
  }
}

function recordOf(value: Json | undefined): Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)
    : {};
}
