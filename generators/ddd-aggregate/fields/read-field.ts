import { type Field, fieldType, type NamedTypes } from './field-type.ts';

/** Read `time?@2`: a type, whether it may be null, and the schema that it came with; `undefined` when it is none. */
export function readField(name: string, text: string, named: NamedTypes): Field | undefined {
  const [, written = text, since] = /^(.*)@([1-9]\d{0,2})$/s.exec(text) ?? [];
  const optional = written.endsWith('?');
  const type = fieldType(optional ? written.slice(0, -1) : written, named);
  if (type === undefined) return undefined;
  return { name, type, optional, ...(since === undefined ? {} : { since: Number(since) }) };
}
