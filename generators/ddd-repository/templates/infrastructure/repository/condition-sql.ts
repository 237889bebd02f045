import type { SqlValue } from '#host/storage/storage';
import type { Comparison, Condition, FieldValue } from '#source/domain/kernel/condition';
import { InvalidError } from '#source/domain/kernel/domain-error';
import type { ColumnType } from './table.ts';

export type Dialect = 'sqlite' | 'postgres';

/** A condition as SQL, with its values apart. */
export interface CompiledCondition {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

/** What can be compared. */
type ScalarType = Exclude<ColumnType, 'json'>;

const KINDS: Readonly<Record<ScalarType, string>> = {
  text: 'string',
  time: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
};

const OPERATORS: Readonly<Record<Comparison, string>> = {
  eq: '=',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
};

/** What a condition is compiled for, and the values met so far. */
interface Scope {
  readonly types: ReadonlyMap<string, ColumnType>;
  readonly dialect: Dialect;
  readonly values: SqlValue[];
}

/**
 * Compile a condition so that it holds of a row exactly if `holds` says so of the state. Every part is true or false,
 * never null, so that `not` means not. Throws RangeError for a field that has no column.
 */
export function compileCondition(
  condition: Condition,
  columns: Readonly<Record<string, ColumnType>>,
  dialect: Dialect,
): CompiledCondition {
  const scope: Scope = { types: columnTypes(columns), dialect, values: [] };
  return { text: compile(condition, scope), values: scope.values };
}

function compile(condition: Condition, scope: Scope): string {
  switch (condition.kind) {
    case 'and':
      return listed(condition.conditions, 'and', '(1 = 1)', scope);
    case 'or':
      return listed(condition.conditions, 'or', '(1 = 0)', scope);
    case 'not':
      return `(not ${compile(condition.condition, scope)})`;
    case 'in':
      return listed(
        condition.values.map((value) => equals(condition.field, value)),
        'or',
        '(1 = 0)',
        scope,
      );
    case 'text':
      return text(condition, scope);
    case 'after':
      return after(condition, scope);
    case 'compare': {
      const { field, operator, value } = condition;
      if (value !== null) return compared(field, OPERATORS[operator], value, scope);
      return operator === 'eq' ? `(${column(field, scope)} is null)` : '(1 = 0)';
    }
  }
}

function equals(field: string, value: FieldValue): Condition {
  return { kind: 'compare', field, operator: 'eq', value };
}

function listed(
  conditions: readonly Condition[],
  word: string,
  none: string,
  scope: Scope,
): string {
  if (conditions.length === 0) return none;
  return `(${conditions.map((each) => compile(each, scope)).join(` ${word} `)})`;
}

function compared(field: string, operator: string, value: FieldValue, scope: Scope): string {
  const name = column(field, scope);
  return `(${name} is not null and ${name} ${operator} ${place(field, value, scope)})`;
}

function after(
  { field, direction, value }: Extract<Condition, { kind: 'after' }>,
  scope: Scope,
): string {
  const name = column(field, scope);
  if (value === null) return direction === 'asc' ? `(${name} is not null)` : '(1 = 0)';
  if (direction === 'asc') return compared(field, '>', value, scope);
  return `(${name} is null or ${name} < ${place(field, value, scope)})`;
}

function text(
  { field, operator, value }: Extract<Condition, { kind: 'text' }>,
  scope: Scope,
): string {
  const [name, given] = [column(field, scope), place(field, value, scope)];
  const position = scope.dialect === 'postgres' ? 'strpos' : 'instr';
  const found =
    operator === 'starts-with'
      ? `substr(${name}, 1, length(${given})) = ${given}`
      : `${position}(${name}, ${given}) > 0`;
  return `(${name} is not null and ${found})`;
}

/** A column; its text by bytes, not by the words of a language: the same order everywhere. */
function column(field: string, scope: Scope): string {
  const name = columnName(field);
  return scalarType(field, scope.types) === 'text' && scope.dialect === 'postgres'
    ? `${name} collate "C"`
    : name;
}

/** A placeholder. PostgreSQL takes a fraction for a column of integers only if it is told so. */
function place(field: string, value: FieldValue, scope: Scope): string {
  const { dialect, values } = scope;
  const type = scalarType(field, scope.types);
  // The compiler sees to that; only a cursor that somebody made up gets here.
  if (typeof value !== KINDS[type])
    throw new InvalidError('value.invalid', `This is no value of ${field}.`);
  values.push(value);
  const name = `$${values.length}`;
  const fits = type !== 'integer' || Number.isSafeInteger(value);
  return dialect === 'sqlite' || fits ? name : `cast(${name} as numeric)`;
}

/** Throws RangeError for a field that has no column, or one that is kept as JSON. */
export function scalarType(field: string, types: ReadonlyMap<string, ColumnType>): ScalarType {
  const type = types.get(field);
  if (type === undefined || type === 'json')
    throw new RangeError(`There is no column for the field ${field}.`);
  return type;
}

/** The type of each column, the id included. */
export function columnTypes(
  columns: Readonly<Record<string, ColumnType>>,
): ReadonlyMap<string, ColumnType> {
  return new Map<string, ColumnType>([['id', 'text'], ...Object.entries(columns)]);
}

/** `dueAt` is kept in `"due_at"`. Throws RangeError for a name that is no identifier. */
export function columnName(field: string): string {
  if (!/^[A-Za-z_]\w*$/.test(field)) throw new RangeError(`${field} is no name of a field.`);
  return `"${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`;
}
