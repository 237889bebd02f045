import { readFileSync } from 'node:fs';
import { EXIT, type ExitCode, nearest, ProblemError } from '@joinery/engine';
import { documentPages } from '../mcp/documents.ts';
import { answerJson } from '../program/answer.ts';
import type { World } from '../program/world.ts';
import { type Explanation, readExplanations } from './read-explanations.ts';

/** `joinery explain <id>`: what an error means, an example and the way out, from docs/errors.md; without an id, all of them. */
export function explain(
  id: string | undefined,
  options: { readonly json?: boolean },
  world: World,
): ExitCode {
  const { terminal, tool } = world;
  const page = documentPages(tool).find(({ name }) => name === 'errors');
  const all = readExplanations(page === undefined ? '' : readFileSync(page.file, 'utf8'));
  if (id === undefined) {
    if (options.json === true) answerJson({ kind: 'explanations', explanations: all }, terminal);
    else terminal.out(listText(all, world));
    return EXIT.done;
  }
  const wanted = id.replace(/^error\[|\]:?$/g, '');
  const found = all.find((one) => one.id === wanted);
  if (found === undefined) throw unknownId(wanted, all);
  if (options.json === true) answerJson({ kind: 'explanation', ...found }, terminal);
  else terminal.out(explanationText(found, world));
  return EXIT.done;
}

function explanationText(
  { id, topic, exitCode, meaning, example }: Explanation,
  { terminal: { paint } }: World,
): string {
  const parts = [
    `${paint.bold(id)}  ${paint.dim(`${topic}; exit code ${exitCode}`)}`,
    meaning,
    ...(example === undefined
      ? []
      : [
          `${paint.bold('example')}\n${example
            .split('\n')
            .map((line) => `  ${line}`.trimEnd())
            .join('\n')}`,
        ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function listText(all: readonly Explanation[], { terminal: { paint } }: World): string {
  const topics = [...new Set(all.map(({ topic }) => topic))];
  const blocks = topics.map((topic) => {
    const ids = all.filter((one) => one.topic === topic).map(({ id }) => `  ${id}`);
    return [paint.bold(topic), ...ids].join('\n');
  });
  return `${blocks.join('\n\n')}\n\nAll about one: \`joinery explain <id>\`\n`;
}

function unknownId(id: string, all: readonly Explanation[]): ProblemError {
  const close = nearest(
    id,
    all.map((one) => one.id),
  ).map((one) => `\`${one}\``);
  return new ProblemError({
    kind: 'problem',
    id: 'unknown-error-id',
    exitCode: EXIT.error,
    found: `There is no error \`${id}\`.${close.length === 0 ? '' : ` The nearest: ${close.join(', ')}.`}`,
    todo: '`joinery explain` lists them all.',
  });
}
