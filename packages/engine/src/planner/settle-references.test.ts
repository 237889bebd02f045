import { code, instanceOr } from '@joinery/kit';
import { settleReferences } from './settle-references.ts';

const value = { name: 'errors', install: code`create(${instanceOr('logger', code`console`)})` };

test('a constant that no feature declares is written as its fallback', () => {
  expect(settleReferences(value, new Set())).toEqual({
    name: 'errors',
    install: { kind: 'code', parts: ['create(', 'console', ')'] },
  });
});

test('one that is declared is referred to, so that it stands before its users', () => {
  const { install } = settleReferences(value, new Set(['logger']));
  expect(install.parts[1]).toEqual({ kind: 'instance', name: 'logger' });
});

test('fallbacks may have fallbacks', () => {
  const nested = { run: code`${instanceOr('a', code`(${instanceOr('b', code`c`)})`)}` };
  expect(settleReferences(nested, new Set()).run.parts.join('')).toBe('(c)');
});
