import { type Framework, type NoteStatement, note, type Profile } from '@joinery/kit';

const SHOWN = 10;

/** What people may want to change themselves. */
export function notes(framework: Framework, host: Profile): readonly NoteStatement[] {
  return [
    ...(host.consoleCalls.length === 0 ? [] : [note(consoleCalls(host))]),
    ...(framework === 'fastify'
      ? [
          note(
            'Where `fastify({ logger })` is set, Fastify logs each request twice itself: set `disableRequestLogging: true`.',
          ),
        ]
      : []),
  ];
}

function consoleCalls({ consoleCalls: calls, platformFolder }: Profile): string {
  const shown = calls.slice(0, SHOWN).map((place) => `\`${place}\``);
  const rest = calls.length > SHOWN ? ` and ${calls.length - SHOWN} more` : '';
  return (
    `\`console\` is called at ${shown.join(', ')}${rest}: those lines carry no request and no trace. ` +
    `Use \`logger\` of \`${platformFolder}/index.ts\` there.`
  );
}
