import fc from 'fast-check';
import { parse } from 'yaml';
import { printYaml, type YamlValue } from './print-yaml.ts';

test('prints as people write it', () => {
  const value = {
    groups: [{ name: 'slo', interval: '2m', rules: [{ expr: 'a{b="c"}\n/ d', for: undefined }] }],
    none: [],
    word: 'on',
    share: '{{ $value }}',
  };
  expect(printYaml(value)).toBe(`groups:
  - name: slo
    interval: 2m
    rules:
      - expr: |-
          a{b="c"}
          / d
none: []
word: "on"
share: "{{ $value }}"
`);
});

test('is read back as it was, by a reader of YAML', () => {
  // Prometheus' texts: no tabs or control characters, and lines that do not end in white space.
  const line = fc.stringMatching(/^[ -~]{0,24}$/).map((text) => text.trim());
  const text = fc
    .array(
      line.filter((one) => one !== ''),
      { minLength: 1, maxLength: 3 },
    )
    .map((lines) => lines.join('\n'));
  const { value } = fc.letrec<{ value: YamlValue }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      text,
      fc.integer(),
      fc.boolean(),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.stringMatching(/^[a-z_]{1,6}$/), tie('value'), {
        maxKeys: 3,
        noNullPrototype: true,
      }),
    ),
  }));
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('a', 'b', 'on'), value, { noNullPrototype: true }),
      (data) => {
        expect(parse(printYaml(data))).toEqual(data);
      },
    ),
    { numRuns: 500 },
  );
});
