import { type Framework, type NoteStatement, note, type Profile } from '@joinery/kit';

const SHOWN = 10;

/** Where people call `console`, to be changed by themselves or by us. */
export function consoleNotes({ consoleCalls: calls, platformFolder }: Profile): readonly NoteStatement[] {
  if (calls.length === 0) return [];
  const shown = calls.slice(0, SHOWN).map((place) => `\`${place}\``);
  const rest = calls.length > SHOWN ? ` and ${calls.length - SHOWN} more` : '';
  return [
    note(
      `\`console\` is called at ${shown.join(', ')}${rest}: those lines carry no request and no trace. ` +
        `Use \`logger\` of \`${platformFolder}/index.ts\` there, or have all of them changed by ` +
        'the option `consoleCalls`: `joinery add logging --set logging.consoleCalls=convert`.',
    ),
  ];
}

/** What people may want to change themselves. */
export function frameworkNotes(framework: Framework): readonly NoteStatement[] {
  if (framework !== 'fastify') return [];
  return [
    note(
      'Where `fastify({ logger })` is set, Fastify logs each request twice itself: set `disableRequestLogging: true`.',
    ),
  ];
}
