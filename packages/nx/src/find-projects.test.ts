import { ProblemError } from '@joinery/engine';
import { findProjects } from './find-projects.ts';

const projects = new Map([
  ['@acme/api', { root: 'apps/api', tags: ['backend', 'scope:shop'] }],
  ['mail', { root: 'apps/mail', tags: ['backend'] }],
  ['web', { root: 'apps/web', tags: ['frontend'] }],
]);

test.each([
  ['api', ['apps/api']],
  ['web, api', ['apps/api', 'apps/web']],
  ['tag:backend', ['apps/api', 'apps/mail']],
  ['tag:backend,mail,apps/web', ['apps/api', 'apps/mail', 'apps/web']],
])('%s names %j', (words, folders) => {
  expect(findProjects(projects, words)).toEqual(folders);
});

test('a tag that no project has is a problem that names those there are', () => {
  expect(() => findProjects(projects, 'tag:back')).toThrow(ProblemError);
  expect(() => findProjects(projects, 'tag:back')).toThrow(/`backend`|tag `back`/);
});
