import { ProblemError } from '../problem.ts';
import { renderTemplate } from './render-template.ts';

const target = {
  file: 'src/platform/health/routes.ts',
  style: { platformFolder: 'src/platform', importExtension: '.js' },
} as const;

test('rewrites relative and host imports, one line or many, and leaves packages alone', () => {
  const text = `import express from 'express';
import { env } from '#host/config/env';
import {
  one,
  two,
} from './health.ts';
export type { Three } from './health.ts';
const path = './health.ts';
`;
  expect(renderTemplate(text, {}, target)).toBe(`import express from 'express';
import { env } from '../config/env.js';
import {
  one,
  two,
} from './health.js';
export type { Three } from './health.js';
const path = './health.ts';
`);
});

test('fills holes and refuses to leave one open', () => {
  expect(renderTemplate('class $Name {}\n', { Name: 'Order' }, target)).toBe('class Order {}\n');
  expect(() => renderTemplate('class $Other {}\n', { Name: 'Order' }, target)).toThrow(ProblemError);
});

test.each([
  ['vitest', "import { describe, it } from 'vitest';\n"],
  ['node', "import { describe, it } from 'node:test';\n"],
  ['jest', ''],
  ['mocha', ''],
] as const)('imports the functions of %s the way its users do', (runner, expected) => {
  const text = "import { describe, it } from '#host/test';\n";
  expect(renderTemplate(text, {}, { ...target, runner })).toBe(expected);
});
