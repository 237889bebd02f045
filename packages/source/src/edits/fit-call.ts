import { fits } from '../syntax/line-limit.ts';
import type { EditStyle } from '../syntax/style.ts';

/** A call with one argument as it is written at an indentation: over three lines where one is too long for the host. */
export function fitCall(code: string, indent: string, { limit, semicolons, eol }: EditStyle): string {
  const [, callee, argument] = /^([\w$.]+)\((.+)\)$/.exec(code) ?? [];
  const end = semicolons === 'always' ? ';' : '';
  if (limit === undefined || callee === undefined || fits(indent + code + end, limit)) return code;
  const comma = limit.trailingComma === 'all' ? ',' : '';
  return `${callee}(${eol}${indent}${limit.indent}${argument}${comma}${eol}${indent})`;
}
