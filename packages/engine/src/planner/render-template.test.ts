import { ProblemError } from '../problem.ts';
import { renderTemplate } from './render-template.ts';

const target = {
  file: 'src/platform/health/routes.ts',
  style: { platformFolder: 'src/platform', sourceRoot: 'src', importExtension: '.js' },
  tests: { suffix: 'test' },
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

test('imports the functions of the runner from where the host has them, if they are not in scope', () => {
  const text = "import { describe, it } from '#host/test';\n";
  const render = (module?: string) =>
    renderTemplate(text, {}, { ...target, tests: { suffix: 'test', ...(module ? { module } : {}) } });
  expect(render('node:test')).toBe("import { describe, it } from 'node:test';\n");
  expect(render()).toBe('');
});

test('a test in another folder imports what it tests from there', () => {
  const elsewhere = {
    ...target,
    file: 'tests/platform/health/health.test.ts',
    from: 'src/platform/health/health.test.ts',
  };
  expect(
    renderTemplate(
      "import { a } from './health.ts';\nimport { env } from '#host/config/env';\n",
      {},
      elsewhere,
    ),
  ).toBe(
    "import { a } from '../../../src/platform/health/health.js';\nimport { env } from '../../../src/platform/config/env.js';\n",
  );
});
