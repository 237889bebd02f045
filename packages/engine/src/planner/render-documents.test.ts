import { definePlan, document, startDocument, text, textTemplate, yaml } from '@joinery/kit';
import { ProblemError } from '../problem.ts';
import { renderDocuments } from './render-documents.ts';

const feature = {
  name: 'slo',
  version: '1.0.0',
  manifest: { schema: 1 as const, title: 'slo', summary: '', category: '' },
  plan: definePlan({ statements: () => [] }),
  templates: { 'runbook.md': '# $Alert\n' },
};
const editor = { printYaml: (value: unknown) => `yaml of ${JSON.stringify(value)}\n` };
const render = (statement: ReturnType<typeof document>) => renderDocuments([{ feature, statement }], editor);

test('documents are text, text templates or data, from the service’s folder', () => {
  expect(render(document('./docs/a.md', textTemplate('runbook.md', { Alert: 'Down' })))).toMatchObject([
    { path: 'docs/a.md', text: '# Down\n', owners: ['slo'] },
  ]);
  expect(render(document('a.yaml', yaml({ a: 1 })))).toMatchObject([{ text: 'yaml of {"a":1}\n' }]);
  expect(render(startDocument('slo.yaml', text('x\n')))).toMatchObject([{ text: 'x\n', yours: true }]);
});

test.each(['../a.md', '/etc/a.md', 'a/../../b'])('%s is no path of the service', (path) => {
  expect(() => render(document(path, text('')))).toThrow(ProblemError);
});

test('a template that is not there is a fault of the feature', () => {
  expect(() => render(document('a.md', textTemplate('other.md')))).toThrow(/no template `other.md`/);
});
