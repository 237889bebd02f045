import { printYaml } from './print-yaml.ts';

test('prints data below a comment, the same object twice in full', () => {
  const labels = { job: 'orders' };
  expect(
    printYaml(
      {
        groups: [
          { name: 'a', labels },
          { name: 'b: c', labels, 'x"y': true },
        ],
      },
      'One.\nTwo.',
    ),
  ).toBe(
    `# One.
# Two.

groups:
  - name: a
    labels:
      job: orders
  - name: "b: c"
    labels:
      job: orders
    x"y: true
`,
  );
});

test('leaves long lines long', () => {
  const expr = 'sum(rate(http_server_request_duration_seconds_count{job="orders"}[5m])) '.repeat(4).trim();
  expect(printYaml({ expr }, undefined)).toBe(`expr: ${expr}\n`);
});
