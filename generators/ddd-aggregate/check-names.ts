import { isMember, isReserved } from './fields/names.ts';
import type { FieldTexts, Options } from './options.ts';

type Entry = { readonly fields?: FieldTexts };

/** Every fault of the names that people gave, in sentences. */
export function nameFaults(options: Options): readonly string[] {
  const seen = new Map<string, string>();
  const kinds: readonly (readonly [string, Readonly<Record<string, Entry | object>>])[] = [
    ['an aggregate', options.aggregates],
    ['an entity', options.entities],
    ['a value object', options.valueObjects],
    ['an event', options.events],
    ['a command', options.commands],
  ];
  return kinds.flatMap(([kind, entries]) =>
    Object.entries(entries).flatMap(([name, entry]) => {
      const other = seen.get(name.toLowerCase());
      seen.set(name.toLowerCase(), kind);
      const fields = 'fields' in entry ? Object.keys(entry.fields ?? {}) : [];
      return [
        ...faultsOfName(name),
        ...(other === undefined ? [] : [`\`${name}\` is ${other} already, and cannot be ${kind} too`]),
        ...fields.flatMap((field) => faultsOfField(field, name)),
      ];
    }),
  );
}

function faultsOfName(name: string): readonly string[] {
  if (!/^[A-Z][A-Za-z\d]{0,59}$/.test(name))
    return [`\`${name}\` is no name for a class: write it like \`OrderLine\``];
  return isReserved(name) ? [`\`${name}\` means something in TypeScript or in the kernel already`] : [];
}

function faultsOfField(field: string, of: string): readonly string[] {
  if (!/^[a-z][A-Za-z\d]{0,59}$/.test(field))
    return [`\`${field}\` is no name for a field of \`${of}\`: write it like \`paidAt\``];
  if (isMember(field)) return [`\`${of}\` has a \`${field}\` already`];
  return isReserved(field)
    ? [`\`${field}\`, a field of \`${of}\`, means something in TypeScript already`]
    : [];
}
