import type { ApiDocument, Operation } from './document.ts';

/** What callers of the old document could do and can do no longer, in sentences. */
export function breakingChanges(before: ApiDocument, after: ApiDocument): readonly string[] {
  return Object.entries(before.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, old]) => {
      const now = after.paths[path]?.[method];
      const what = `${method.toUpperCase()} ${path}`;
      return now === undefined ? [`${what} is gone`] : changesOf(what, old, now);
    }),
  );
}

function changesOf(what: string, old: Operation, now: Operation): readonly string[] {
  return [
    ...newNames(requiredParameters(old), requiredParameters(now)).map(
      (name) => `${what} requires the parameter ${name}`,
    ),
    ...newNames(required(old.requestBody), required(now.requestBody)).map(
      (name) => `${what} requires ${name} in its body`,
    ),
    ...Object.keys(old.responses).flatMap((status) => {
      const answer = now.responses[status];
      if (answer === undefined) return [`${what} does not answer ${status} any more`];
      return newNames(properties(answer), properties(old.responses[status])).map(
        (name) => `${what} does not answer ${status} with ${name} any more`,
      );
    }),
  ];
}

function requiredParameters({ parameters = [] }: Operation): readonly string[] {
  return parameters.filter((one) => one.required).map((one) => one.name);
}

function newNames(old: readonly string[], now: readonly string[]): readonly string[] {
  return now.filter((name) => !old.includes(name));
}

function required(holder: unknown): readonly string[] {
  const list = at(schemaOf(holder), 'required');
  return Array.isArray(list) ? list.map(String) : [];
}

function properties(holder: unknown): readonly string[] {
  const found = at(schemaOf(holder), 'properties');
  return typeof found === 'object' && found !== null ? Object.keys(found) : [];
}

function schemaOf(holder: unknown): unknown {
  return at(at(at(holder, 'content'), 'application/json'), 'schema');
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
