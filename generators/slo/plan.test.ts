import { type Json, NO_CODE, type Profile } from '@joinery/kit';
import plan from './plan.ts';

const context = (host: object, slo?: Json) => ({
  host: {
    service: { name: 'orders' },
    manifest: 'package.json',
    platformFolder: 'src/platform',
    ...host,
  } as Profile,
  framework: 'express' as const,
  tier: 'intermediate' as const,
  options: { runbooks: 'docs/runbooks', grafana: '', pageSeverity: 'page', ticketSeverity: 'ticket' },
  has: () => false,
  inputs: {},
  parsed: slo === undefined ? {} : { 'slo.yaml': [slo] },
  code: NO_CODE,
});
const said = (host: object, slo?: Json) => plan.statements(context(host, slo));
const notes = (host: object, slo?: Json) =>
  said(host, slo).flatMap((one) => (one.kind === 'note' ? [one.text] : []));
const scripts = (host: object) =>
  said(host).flatMap((one) => (one.kind === 'script' ? [`${one.name}: ${one.command}`] : []));

const objective = (more: object) => ({
  objectives: [{ name: 'a', objective: 99, availability: {}, ...more }],
});

test('a service with a package.json of its own gets a script, another a sentence', () => {
  expect(scripts({})).toEqual(['slo:render: tsx src/platform/slo/render-slo.ts']);
  const shared = { manifest: '../../package.json' };
  expect(scripts(shared)).toEqual([]);
  expect(notes(shared)).toEqual([
    "After an edit of slo.yaml, run `npx tsx src/platform/slo/render-slo.ts` in the service's folder.",
  ]);
});

test('what can never fire is told, and planned all the same', () => {
  expect(notes({}, objective({ objective: 90 }))).toEqual([
    'slo.yaml#objectives[0].objective: the page over 1h can never fire: 14.4 times the budget of 90 % is more than all requests.',
  ]);
  expect(said({}, objective({ objective: 90 })).some(({ kind }) => kind === 'refusal')).toBe(false);
});

test('all that cannot be used is told at once, and nothing is rendered', () => {
  const all = said({}, objective({ objective: 100, period: '1d' }));
  expect(all.filter(({ kind }) => kind === 'refusal')).toEqual([
    {
      kind: 'refusal',
      found: expect.stringMatching(/100 % leaves no budget.*; a period of 1d is shorter/),
      todo: 'Correct slo.yaml, then run the command again.',
      places: ['slo.yaml#objectives[0].objective', 'slo.yaml#objectives[0].period'],
    },
  ]);
  const rendered = all.filter((one) => one.kind === 'document' && one.owner === 'rendered');
  expect(rendered).toEqual([]);
});
