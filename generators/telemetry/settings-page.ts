import { type Contributed, document, type Statement, text } from '@joinery/kit';

type Setting = Contributed<'telemetry.settings'>;

/** One page that lists every variable of OpenTelemetry's that the service understands. */
export function settingsPage(settings: readonly Setting[]): Statement {
  const rows = [...settings]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, values, default: usual, description }) => row([`\`${name}\``, values, usual, description]));
  return document('docs/telemetry.md', text(`${HEAD}\n${rows.join('\n')}\n`));
}

const HEAD = `# Settings of telemetry

Metrics and traces are told where to go by OpenTelemetry's own environment variables, read once when the service starts. A value that
makes no sense is warned about once and replaced by the default: telemetry never keeps the service from starting.

| variable | values | default | |
| --- | --- | --- | --- |`;

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
