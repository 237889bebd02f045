import type { DecisionRecord } from '@joinery/kit';

/** A record, as Markdown. */
export function recordText(number: string, record: DecisionRecord, feature: string): string {
  return `# ${number} ${record.title}

Status: accepted, with the feature \`${feature}\`.

## Context

${record.context}

## Decision

${record.decision}

## Consequences

${record.consequences}
`;
}

/** A record that people are to write. */
export function emptyRecord(number: string, title: string): string {
  return `# ${number} ${title}

Status: proposed.

## Context

What makes a decision necessary: forces, facts, what was tried.

## Decision

What is done, in the active voice.

## Consequences

What becomes easier, what becomes harder, and what it would cost to go back.
`;
}

/** What the index lists. */
export interface Listed {
  readonly number: string;
  readonly file: string;
  readonly title: string;
  readonly by: string;
}

export function indexText(records: readonly Listed[]): string {
  const rows = [...records]
    .sort((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : a.file < b.file ? -1 : 1))
    .map(({ number, file, title, by }) => `| [${number}](${file}) | ${title} | ${by} |`);
  return `# Decisions

Each costs something to reverse, so it is written down with its reasons. A record is never changed in what it decided; one that
no longer holds is followed by another. Numbers up to 0999 are this service's own; higher ones came with features, and follow from
the record's name.

| record | title | from |
|---|---|---|
${rows.join('\n')}
`;
}
