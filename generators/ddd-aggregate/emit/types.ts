import { type Code, code, from } from '@joinery/kit';
import { type Field, type ItemType, itemOf } from '../fields/field-type.ts';
import { pascal } from '../fields/names.ts';
import type { Model } from '../model.ts';
import { type Classed, type Places, placesOf } from './places.ts';
import { sampleOf } from './samples.ts';

/** Writes what depends on the type of a field. */
export interface Types {
  /** In the domain: `Money`. */
  readonly domain: (field: Field) => Code;
  /** As it survives JSON: `MoneyProps`. */
  readonly data: (field: Field) => Code;
  readonly toData: (field: Field, value: string) => Code;
  readonly fromData: (field: Field, value: string) => Code;
  /** Something of that type, for a test. */
  readonly sample: (field: Field) => Code;
  /** The parts of a field that are columns of a table: name, type and how to reach it in the data. */
  readonly columns: (field: Field) => readonly Column[];
}

export interface Column {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'number' | 'boolean' | 'time' | 'list' | 'object';
  readonly optional: boolean;
  /** Of a value object. */
  readonly part?: string;
}

const PRIMITIVES = {
  text: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  time: 'string',
};
/** How types are written in a folder. */
export function typesOf(model: Model, folder: string): Types {
  const places = placesOf(model, folder);
  const { moduleOf } = places;
  const made = (type: Exclude<ItemType, Plain>, value: string): Code =>
    type.kind === 'reference'
      ? code`${from('identifier', '#source/domain/kernel/identifier')}(${value})`
      : code`${from(type.name, moduleOf(type))}.of(${value})`;
  const domainOf = (type: ItemType): Code => {
    if (type.kind === 'reference') return places.idOf(type.name);
    return isPlain(type) ? plain(type) : code`${from(type.name, moduleOf(type), 'type')}`;
  };
  const dataOf = (type: ItemType): Code => {
    if (type.kind === 'reference') return code`string`;
    if (isPlain(type)) return plain(type);
    const name = `${type.name}${type.kind === 'entity' ? 'Data' : 'Props'}`;
    return code`${from(name, moduleOf(type), 'type')}`;
  };
  return {
    domain: (field) => written(field, domainOf),
    data: (field) => written(field, dataOf),
    toData: ({ type, optional }, value) => {
      if (!isClassed(itemOf(type))) return code`${value}`;
      if (type.kind === 'list') return code`${value}.map((one) => one.toJSON())`;
      return optional ? code`${value}?.toJSON() ?? null` : code`${value}.toJSON()`;
    },
    fromData: ({ type, optional }, value) => {
      const item = itemOf(type);
      if (isPlain(item)) return code`${value}`;
      if (type.kind === 'list') return code`${value}.map((one) => ${made(item, 'one')})`;
      return optional ? code`${value} === null ? null : ${made(item, value)}` : made(item, value);
    },
    sample: ({ type }) => sampleOf(type, places),
    columns: (field) => columnsOf(field, places),
  };
}

type Plain = Extract<ItemType, { readonly kind: 'scalar' | 'enum' }>;

function isPlain(type: ItemType): type is Plain {
  return type.kind === 'scalar' || type.kind === 'enum';
}

function isClassed(type: ItemType): type is Classed {
  return type.kind === 'value-object' || type.kind === 'entity';
}

function plain(type: Plain): Code {
  if (type.kind === 'scalar') return code`${PRIMITIVES[type.scalar]}`;
  return code`${type.values.map((value) => `'${value}'`).join(' | ')}`;
}

function written({ type, optional }: Field, write: (type: ItemType) => Code): Code {
  if (type.kind !== 'list') return optional ? code`${write(type)} | null` : write(type);
  return type.of.kind === 'enum' ? code`readonly (${write(type.of)})[]` : code`readonly ${write(type.of)}[]`;
}

/** Scalars are columns, value objects one for each part. Lists and entities are read and written whole, as JSON. */
function columnsOf(field: Field, { partsOf }: Places): readonly Column[] {
  const { name, type, optional } = field;
  switch (type.kind) {
    case 'list':
      return [{ name, type: 'list', optional: false }];
    case 'entity':
      return [{ name, type: 'object', optional }];
    case 'scalar':
      return [{ name, type: type.scalar, optional }];
    case 'value-object':
      return partsOf(type).map((part) => ({
        name: name + pascal(part.name),
        type: part.type.kind === 'scalar' ? part.type.scalar : 'text',
        optional: optional || part.optional,
        part: part.name,
      }));
    default:
      return [{ name, type: 'text', optional }];
  }
}
