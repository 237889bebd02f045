import { ProblemError } from '@joinery/engine';
import { findProject } from './find-project.ts';

const projects = new Map([
  ['@acme/api', { root: 'apps/api' }],
  ['@acme/web', { root: 'apps/web' }],
  ['@lib/web', { root: 'libs/web' }],
  ['shop', { root: '.' }],
]);

test.each([
  ['@acme/api', 'apps/api'],
  ['api', 'apps/api'],
  ['apps/api', 'apps/api'],
  ['./libs/web/', 'libs/web'],
  ['shop', '.'],
])('%s is the project in %s', (name, root) => {
  expect(findProject(projects, name)).toBe(root);
});

test.each([
  ['web', 'Name one of `@acme/web`, `@lib/web`.'],
  ['shp', 'Name one of `shop`.'],
  ['zzzzzzzz', 'Name one of `@acme/api`, `@acme/web`, `@lib/web`, `shop`.'],
])('%s is no project, and the problem names those that may be meant', (name, todo) => {
  expect(problemOf(() => findProject(projects, name))).toMatchObject({
    id: 'unknown-project',
    found: `There is no project \`${name}\` in this workspace.`,
    todo,
  });
});

function problemOf(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error instanceof ProblemError ? error.problem : error;
  }
}
