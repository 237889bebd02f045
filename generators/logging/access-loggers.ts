import { type NoteStatement, note, type Profile } from '@joinery/kit';

/** Packages that write a line for each request. */
const PACKAGES = [
  'express-pino-logger',
  'express-winston',
  'koa-logger',
  'koa-morgan',
  'koa-pino-logger',
  'morgan',
  'nestjs-pino',
  'pino-http',
] as const;

/** What logs the host's requests already, if anything does; by its package, since each of them does little else. */
export function accessLogger({ dependencies }: Profile): string | undefined {
  const found = PACKAGES.filter((name) => Object.hasOwn(dependencies, name));
  // It brings the other along.
  return found.find((name) => name === 'nestjs-pino') ?? found[0];
}

/** That no second line is written, and how to have ours instead. */
export function accessNotes(host: Profile): readonly NoteStatement[] {
  const name = accessLogger(host);
  if (name === undefined) return [];
  return [
    note(
      `\`${name}\` goes on writing the line for each request, so that there is one and not two. For a line with the ` +
        `request's id, route and trace instead, take \`${name}\` out of the service and its package.json, then run ` +
        '`joinery apply`.',
    ),
  ];
}
