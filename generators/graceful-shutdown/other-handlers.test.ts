import type { Profile } from '@joinery/kit';
import { otherHandlers } from './other-handlers.ts';

const host = {
  platformFolder: 'src/platform',
  startedBy: 'own-code',
  signalHandlers: [],
} as unknown as Profile;

test('says where the host handles signals itself, and what to do about it', () => {
  const [said] = otherHandlers({ ...host, signalHandlers: ['src/index.ts:14'] });
  expect(said?.text).toMatch(/`src\/index\.ts:14` as well.*`onShutdown` in `src\/platform\/index\.ts`/);
});

test('says nothing of a host without, or of one whose command handles them', () => {
  expect(otherHandlers(host)).toEqual([]);
  expect(otherHandlers({ ...host, startedBy: 'fastify-cli', signalHandlers: ['src/app.ts:1'] })).toEqual([]);
});
