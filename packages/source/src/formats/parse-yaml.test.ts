import { ProblemError } from '@joinery/engine';
import { parseYaml } from './parse-yaml.ts';

test('gives one value for each document', () => {
  expect(parseYaml('a: 99.5\n---\n- b\n', 'x.yaml')).toEqual([{ a: 99.5 }, ['b']]);
  expect(parseYaml('# nothing yet\n', 'x.yaml')).toEqual([]);
});

test('names file and line of what is not YAML', () => {
  const parse = () => parseYaml('a: 1\nb: [\n', 'slo.yaml');
  expect(parse).toThrow(ProblemError);
  expect(parse).toThrow(/`slo.yaml` is not YAML/);
});
