import type { PlanContext, Tier } from '@joinery/kit';
import plan from './plan.ts';

type Context = PlanContext<Parameters<NonNullable<typeof plan.notesOnRemoval>>[0]>;
type Synchronous = Context['options']['synchronous'];

/** The durability with which the storage is made. */
function rendered(synchronous: Synchronous, tier: Tier, ...features: readonly string[]): string | undefined {
  const context = {
    host: { node: { value: '22.13.0' }, tests: { suffix: 'spec' } },
    framework: 'express',
    tier,
    options: { path: 'data/service.sqlite', synchronous },
    has: (name: string) => features.includes(name),
    inputs: {},
    parsed: {},
  };
  const code = plan.statements(context as unknown as Context).flatMap((one) => {
    const made = one.kind === 'contribution' && 'value' in one.value ? one.value.value : undefined;
    return typeof made === 'object' && 'parts' in made ? made.parts : [];
  });
  return /synchronous: '(\w+)'/.exec(code.filter((part) => typeof part === 'string').join(''))?.[1];
}

test.each<[Synchronous, Tier, readonly string[], string]>([
  ['by-tier', 'enterprise', ['event-store'], 'full'],
  ['by-tier', 'enterprise', ['outbox'], 'normal'],
  ['by-tier', 'advanced', ['event-store'], 'normal'],
  ['by-tier', 'basic', [], 'normal'],
  ['normal', 'enterprise', ['event-store'], 'normal'],
  ['full', 'basic', [], 'full'],
])('asked for %s at tier %s with %j: synchronous is %s', (asked, tier, features, expected) => {
  expect(rendered(asked, tier, ...features)).toBe(expected);
});
