import type { ResolveRequest } from '../resolver/request.ts';
import { resolve } from '../resolver/resolve.ts';
import type { ComposeRequest } from './request.ts';
import { takeFix } from './take-fix.ts';

const request: ComposeRequest = {
  add: [{ name: 'slo', range: '^1' }],
  remove: [],
  exclude: [],
  prefer: 'lock',
};

function fixesOf(features: Parameters<typeof resolve>[0]['features'], asked: ResolveRequest) {
  const resolution = resolve({ features }, asked);
  if (resolution.status === 'resolved') throw new Error('expected a conflict');
  return resolution.fixes;
}

test('a fix that raises the tier becomes a request at that tier, which resolves', () => {
  const features = [{ name: 'slo', version: '1.0.0', tiers: { min: 'advanced' as const } }];
  const asked = { features: { slo: '^1' }, tier: 'basic' as const, exclude: [] };
  const taken = fixesOf(features, asked).map((fix) => takeFix({ request, asked, wanted: [] }, fix));
  expect(taken).toContainEqual({ ...request, tier: 'advanced' });
});

test('a fix that drops an installed feature removes it', () => {
  const features = [
    { name: 'slo', version: '1.0.0', conflicts: { sloth: { range: '*', because: 'both record' } } },
    { name: 'sloth', version: '1.0.0' },
  ];
  const asked = { features: { slo: '^1', sloth: '*' }, exclude: [] };
  const taken = fixesOf(features, asked).map((fix) => takeFix({ request, asked, wanted: ['sloth'] }, fix));
  expect(taken).toContainEqual(expect.objectContaining({ remove: ['sloth'] }));
});

test('a fix that changes the host is left to people', () => {
  const features = [{ name: 'slo', version: '1.0.0', host: { express: '^5' } }];
  const asked = { features: { slo: '^1' }, host: { express: '4.18.2' }, exclude: [] };
  const fixes = fixesOf(features, asked).filter(({ change }) => change.includes('express'));
  expect(fixes.map((fix) => takeFix({ request, asked, wanted: [] }, fix))).toEqual([undefined]);
});
