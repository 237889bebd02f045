/** The type of a field, as `--fields total:Money,lines:OrderLine[],note:text?` says it. */
export type FieldType = ItemType | { readonly kind: 'list'; readonly of: ItemType };

/** What there is one of, or a list. */
export type ItemType =
  | { readonly kind: 'scalar'; readonly scalar: Scalar }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'value-object'; readonly name: string }
  /** A part of the aggregate that has an id of its own. */
  | { readonly kind: 'entity'; readonly name: string }
  /** The id of another aggregate. */
  | { readonly kind: 'reference'; readonly name: string };

export interface Field {
  readonly name: string;
  readonly type: FieldType;
  /** May be null. */
  readonly optional: boolean;
  /** The schema of its event that it came with, where that is not the first. */
  readonly since?: number;
}

export const SCALARS = ['text', 'integer', 'number', 'boolean', 'time'] as const;
export type Scalar = (typeof SCALARS)[number];

/** Names people know from elsewhere. */
const ALIASES: Readonly<Record<string, Scalar>> = {
  string: 'text',
  int: 'integer',
  float: 'number',
  bool: 'boolean',
  datetime: 'time',
  date: 'time',
};

/** What can be named as the type of a field, beside scalars and enums. */
export interface NamedTypes {
  readonly valueObjects: readonly string[];
  readonly aggregates: readonly string[];
  /** Those of the aggregate that the field belongs to. */
  readonly entities: readonly string[];
}

/** Read the type of a field; `undefined` when there is none of that name. */
export function fieldType(text: string, named: NamedTypes): FieldType | undefined {
  const word = text.trim();
  if (!word.endsWith('[]')) return itemType(word, named);
  const of = itemType(word.slice(0, -2), named);
  return of === undefined ? undefined : { kind: 'list', of };
}

/** What a list consists of; of anything else the type itself. */
export function itemOf(type: FieldType): ItemType {
  return type.kind === 'list' ? type.of : type;
}

function itemType(word: string, named: NamedTypes): ItemType | undefined {
  const scalar = ALIASES[word] ?? SCALARS.find((one) => one === word);
  if (scalar !== undefined) return { kind: 'scalar', scalar };
  const [, list] = /^enum\((.*)\)$/.exec(word) ?? [];
  if (list !== undefined) {
    const values = list.split('|').map((value) => value.trim());
    const isFine =
      values.every((value) => /^[A-Za-z][\w-]*$/.test(value)) && new Set(values).size === values.length;
    return isFine ? { kind: 'enum', values } : undefined;
  }
  if (named.valueObjects.includes(word)) return { kind: 'value-object', name: word };
  if (named.entities.includes(word)) return { kind: 'entity', name: word };
  const aggregate = named.aggregates.find((name) => word === name || word === `${name}Id`);
  return aggregate === undefined ? undefined : { kind: 'reference', name: aggregate };
}
