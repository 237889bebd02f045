import { badRequest, type Fault } from '#host/errors/app-error';
import { z } from '#host/http/zod';

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  /** Of keys that the schema does not know. */
  readonly keys?: readonly string[];
}

type Outcome =
  | { readonly value: unknown; readonly issues?: undefined }
  | { readonly issues: readonly Issue[] };

/** A schema of zod, or of any other library that follows Standard Schema. */
export interface Schema<Output = unknown> {
  readonly '~standard': {
    readonly validate: (value: unknown) => Outcome | Promise<Outcome>;
    readonly types?: { readonly input: unknown; readonly output: Output } | undefined;
  };
}

/** What is checked of a request. */
export interface Schemas {
  readonly params?: Schema;
  readonly query?: Schema;
  readonly body?: Schema;
}

type OutputOf<S> = S extends Schema<infer Output> ? Output : never;

/** What is known of a request once it has been checked. */
export type Valid<S extends Schemas> = { readonly [Part in keyof S]: OutputOf<S[Part]> };

type Raw = Readonly<Record<keyof Schemas, unknown>>;

const PARTS = ['params', 'query', 'body'] as const;

/**
 * Make the check of a request. It throws an AppError with status 400 that names every fault by its JSON pointer.
 * An object schema that would drop keys that it does not know refuses them instead, at its top level; write
 * `z.strictObject` further inside.
 */
export function checker<S extends Schemas>(schemas: S): (raw: Raw) => Promise<Valid<S>> {
  const checks = PARTS.flatMap((part) => {
    const schema = schemas[part];
    return schema === undefined ? [] : [{ part, schema: strict(schema) }];
  });
  return async (raw) => {
    const faults: Fault[] = [];
    const valid: Partial<Record<keyof Schemas, unknown>> = {};
    for (const { part, schema } of checks) {
      const given = schema['~standard'].validate(raw[part]);
      const outcome = given instanceof Promise ? await given : given;
      if ('value' in outcome) valid[part] = outcome.value;
      else faults.push(...outcome.issues.flatMap((issue) => faultsOf(issue, part)));
    }
    if (faults.length > 0) throw badRequest('The request is not valid.', faults);
    return valid as Valid<S>;
  };
}

function strict(schema: Schema): Schema {
  const isOpen = schema instanceof z.ZodObject && schema.def.catchall === undefined;
  return isOpen ? schema.strict() : schema;
}

function faultsOf({ path = [], keys, message }: Issue, part: string): readonly Fault[] {
  const steps = [part, ...path.map((step) => (typeof step === 'object' ? step.key : step))];
  if (keys === undefined) return [{ pointer: pointerTo(steps), detail: message }];
  return keys.map((key) => ({
    pointer: pointerTo([...steps, key]),
    detail: 'This is not known here.',
  }));
}

function pointerTo(steps: readonly PropertyKey[]): string {
  return steps.map((step) => `/${String(step).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}
