import { type Code, code, from } from '@joinery/kit';
import type { Field, ItemType } from '../fields/field-type.ts';
import { kebab } from '../fields/names.ts';
import type { Model } from '../model.ts';
import { moneyFields } from './money.ts';

/** What has a class of its own. */
export type Classed = Extract<ItemType, { readonly kind: 'value-object' | 'entity' }>;

/** Where the types of a model lie, seen from a folder. */
export interface Places {
  readonly moduleOf: (type: Classed) => string;
  /** The type of an aggregate's ids: those of another context are not reached for behind its door. */
  readonly idOf: (aggregate: string) => Code;
  /** What a value object or an entity consists of. */
  readonly partsOf: (type: Classed) => readonly Field[];
}

/** Where a value object lies. */
export function valueModule(name: string): string {
  return `#source/domain/values/${kebab(name)}`;
}

export function placesOf({ aggregates, valueObjects }: Model, folder: string): Places {
  const ownerOf = (name: string) =>
    aggregates.find(({ entities }) => entities.some((one) => one.name === name));
  return {
    moduleOf: ({ kind, name }) =>
      kind === 'value-object'
        ? valueModule(name)
        : `#source/${ownerOf(name)?.folder ?? folder}/${kebab(name)}`,
    idOf: (name) => {
      const there = aggregates.find((one) => one.name === name)?.folder ?? '';
      return contextOf(there) === contextOf(folder)
        ? code`${from(`${name}Id`, `#source/${there}/${kebab(name)}`, 'type')}`
        : code`${from('Identifier', '#source/domain/kernel/identifier', 'type')}<'${name}'>`;
    },
    partsOf: ({ kind, name }) => {
      const all = kind === 'entity' ? (ownerOf(name)?.entities ?? []) : valueObjects;
      return all.find((one) => one.name === name)?.fields ?? moneyFields;
    },
  };
}

/** `sales` of `contexts/sales/domain/order`. */
function contextOf(folder: string): string | undefined {
  return /^contexts\/([^/]+)\//.exec(folder)?.[1];
}
