import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { AppError, badRequest } from '#host/errors/app-error';
import { BODY_LIMITS, type BodyLimits } from '#host/http/body-limits';

/** Refuse a body by what is said of it. Throws AppError with status 413 or 415. */
export function checkHeaders(headers: IncomingHttpHeaders, limits: BodyLimits = BODY_LIMITS): void {
  if (Number(headers['content-length'] ?? 0) > limits.bytes) throw tooLarge(limits);
  const hasBody =
    headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (hasBody && type !== 'application/json' && !/^application\/[\w.-]+\+json$/.test(type))
    throw new AppError(415, 'no-json', 'The body must be JSON, and say so in `content-type`.');
}

/** Refuse a body that is nested too deeply or would reach into prototypes. Throws AppError with status 400. */
export function checkBody(body: unknown, limits: BodyLimits = BODY_LIMITS): void {
  walk(body, '/body', limits.depth);
}

/** Refuse a body whose length nobody has said before it was parsed. Throws AppError with status 413. */
export function checkSize(body: unknown, limits: BodyLimits = BODY_LIMITS): void {
  if (Buffer.byteLength(JSON.stringify(body) ?? '') > limits.bytes) throw tooLarge(limits);
}

/** Check a body that something else has parsed, or read it if nothing has. */
export async function bodyOf(
  request: IncomingMessage,
  parsed: unknown,
  limits: BodyLimits = BODY_LIMITS,
): Promise<unknown> {
  checkHeaders(request.headers, limits);
  const body = parsed === undefined ? await readJson(request, limits) : parsed;
  if (parsed !== undefined && request.headers['content-length'] === undefined)
    checkSize(body, limits);
  checkBody(body, limits);
  return body;
}

async function readJson(request: IncomingMessage, limits: BodyLimits): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes: Buffer = Buffer.from(chunk);
    size += bytes.length;
    if (size > limits.bytes) throw tooLarge(limits);
    chunks.push(bytes);
  }
  return size === 0 ? undefined : parseJson(Buffer.concat(chunks).toString());
}

/** Parse a body. Throws AppError with status 400. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest('The body is no JSON.');
  }
}

function walk(value: unknown, pointer: string, depth: number): void {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  if (depth === 0) throw badRequest('The body is nested too deeply.');
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) walk(item, `${pointer}/${index}`, depth - 1);
    return;
  }
  for (const key of Object.keys(value)) {
    const inner: unknown = Reflect.get(Object.getOwnPropertyDescriptor(value, key) ?? {}, 'value');
    if (key === '__proto__' || (key === 'constructor' && hasPrototype(inner))) {
      const faults = [{ pointer: `${pointer}/${key}`, detail: 'This key is never accepted.' }];
      throw badRequest('The request is not valid.', faults);
    }
    walk(inner, `${pointer}/${key}`, depth - 1);
  }
}

function hasPrototype(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'prototype' in value;
}

/** Say that a body is too large. The rest of it is not read. */
export function tooLarge({ bytes }: BodyLimits = BODY_LIMITS): AppError {
  return new AppError(413, 'too-large', `The body may have ${bytes} bytes.`, {
    headers: { connection: 'close' },
  });
}
