import { type NoteStatement, note, type Profile } from '@joinery/kit';

/** Say where the host ends the process itself: of two handlers, the quicker one wins. */
export function otherHandlers(host: Profile): readonly NoteStatement[] {
  if (host.signalHandlers.length === 0 || host.startedBy === 'fastify-cli') return [];
  const places = host.signalHandlers.map((place) => `\`${place}\``).join(', ');
  return [
    note(
      `Signals are handled at ${places} as well, and two handlers race. Move what is closed there into a step of ` +
        `\`onShutdown\` in \`${host.platformFolder}/index.ts\`, then delete it.`,
    ),
  ];
}
