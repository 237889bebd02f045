import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Schema } from './input.ts';
import { unknownKeys } from './json-schema.ts';

/**
 * Check parts of requests by a JSON Schema that ajv has compiled. Keys that it does not know are refused, unless it says
 * `additionalProperties` itself.
 *
 * @example validate({ body: ajvSchema(ajv.compile<PlaceOrder>(placeOrder)) }, (request, response) => { … })
 */
export function ajvSchema<Output>(validate: ValidateFunction<Output>): Schema<Output> {
  return {
    '~standard': {
      validate: (value) => {
        const unknown = unknownKeys(value, validate.schema, '').map(({ pointer, detail }) => ({
          path: steps(pointer),
          message: detail,
        }));
        if (validate(value)) return unknown.length === 0 ? { value } : { issues: unknown };
        const known = new Set(unknown.map(({ path }) => path.join('/')));
        const faults = (validate.errors ?? []).map(faultOf);
        return { issues: [...unknown, ...faults.filter(({ path }) => !known.has(path.join('/')))] };
      },
    },
  };
}

/** ajv places what is missing, or is too much, at the object that should have it or not. */
function faultOf({ instancePath, message = 'This is not valid.', params }: ErrorObject) {
  const { missingProperty, additionalProperty } = params;
  const key: unknown = missingProperty ?? additionalProperty;
  return { path: [...steps(instancePath), ...(typeof key === 'string' ? [key] : [])], message };
}

function steps(pointer: string): readonly string[] {
  const escaped = pointer.split('/').slice(1);
  return escaped.map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'));
}
