import type { Plan } from '@joinery/engine';
import { planMarkdown } from './plan-markdown.ts';

const plan: Plan = {
  kind: 'plan',
  schema: 1,
  service: 'orders',
  features: [
    { name: 'health', version: '1.0.0', state: 'added', requested: true, because: 'You asked for it | now.' },
  ],
  changes: [
    { kind: 'create', path: '.joinery/base/ab', text: '', reason: { owners: [], because: 'kept' } },
    {
      kind: 'create',
      path: 'src/a.ts',
      text: '',
      reason: { owners: ['health'], because: 'part of `health`' },
    },
  ],
  conflicts: [{ path: 'src/b.ts', count: 2 }],
  install: { manager: 'pnpm', needed: true },
  notes: [{ feature: 'health', text: 'Point the probes at it.' }],
  warnings: ['The script `start` stays.'],
};

test('a plan becomes a comment that renders, whatever the texts hold', () => {
  const text = planMarkdown(plan, '+```\n+a\n');
  expect(text).toContain('### Joinery plan for orders\n');
  expect(text).toContain('| `health` | 1.0.0 | added | You asked for it \\| now. |');
  expect(text).toContain('| `src/a.ts` | added | `health` | part of `health` |');
  expect(text).not.toContain('.joinery/base');
  expect(text).toContain('**Conflicts with your edits**\n\n- `src/b.ts`: 2');
  expect(text).toContain('- **health**: Point the probes at it.');
  expect(text).toContain('````diff\n+```\n+a\n````');
});

test('a diff too long for a comment is cut at a line, and says so', () => {
  const text = planMarkdown(plan, '+line\n'.repeat(20_000));
  expect(text.length).toBeLessThan(65_000);
  expect(text).toContain('+line\n```\n\nThe rest is too long');
});

test('a plan that changes nothing says so', () => {
  expect(planMarkdown({ ...plan, changes: [] }, '')).toBe('### Joinery: nothing to do for orders\n');
});
