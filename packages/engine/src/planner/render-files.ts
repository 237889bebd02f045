import type {
  Area,
  Code,
  CodePart,
  FileStatement,
  ImportedSymbol,
  Profile,
  TemplateStatement,
} from '@joinery/kit';
import { EXIT, ProblemError } from '../problem.ts';
import { joinPath } from '../profile/path.ts';
import type { Said } from './gather.ts';
import type { Composition } from './platform.ts';
import { printFile } from './print-file.ts';
import { renderTemplate } from './render-template.ts';

/** A generated file as it should be: in Joinery's own style, before the host's is put on. */
export interface WantedFile {
  /** From the service's folder. */
  readonly path: string;
  readonly text: string;
  readonly owners: readonly string[];
  readonly because: string;
  /** Whether it is left to people once it is written. */
  readonly yours?: true;
  /** Whether it follows from a file of people's, and is written anew whatever became of it. */
  readonly rendered?: true;
}

/** Render every generated TypeScript file, in Joinery's own style. */
export function renderFiles(
  said: readonly Said[],
  composition: Composition,
  host: Profile,
): readonly WantedFile[] {
  return [...said.flatMap((one) => renderSaid(one, host)), ...renderComposition(said, composition, host)];
}

/** Sort files by path. Throws ProblemError `file-collision` when two features claim one path. */
export function orderFiles(files: readonly WantedFile[]): readonly WantedFile[] {
  const ordered = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  ordered.forEach((file, index) => {
    const before = ordered[index - 1];
    if (before?.path === file.path) throw collision(file.path, [...before.owners, ...file.owners]);
  });
  return ordered;
}

function renderSaid({ feature, statement }: Said, host: Profile): readonly WantedFile[] {
  if (statement.kind !== 'template' && statement.kind !== 'file') return [];
  const path = pathOf(statement, host);
  if (statement.kind === 'file') return renderFile({ feature, statement }, path, host);
  const template = feature.templates[statement.template];
  if (template === undefined) throw noTemplate(feature.name, statement.template);
  const isTest = template.includes("'#host/test'");
  if (isTest && host.tests.runner === undefined) return [];
  const file = isTest ? testPath(statement, host) : path;
  const target = { file, from: path, style: host, tests: host.tests };
  const text = renderTemplate(template, statement.names, target);
  return [{ path: file, text, owners: [feature.name], because: `part of \`${feature.name}\`` }];
}

/** A file built from fragments; a test when it imports from `#host/test`, and left out where nothing runs it. */
function renderFile(
  { feature, statement }: Said<FileStatement>,
  path: string,
  host: Profile,
): readonly WantedFile[] {
  const isTest = statement.content.parts.some((part) => isFromTest(part));
  if (isTest && host.tests.runner === undefined) return [];
  const file = isTest ? testPath(statement, host) : path;
  const text = printFile(isTest ? importingTests(statement.content, host) : statement.content, file, host);
  const yours = statement.owner === undefined ? {} : { yours: true as const };
  return [{ path: file, text, owners: [feature.name], because: `part of \`${feature.name}\``, ...yours }];
}

function isFromTest(part: CodePart): part is ImportedSymbol {
  return typeof part !== 'string' && part.kind === 'symbol' && part.module === '#host/test';
}

/** `describe` and `it` come from the host's runner, or are in scope. */
function importingTests(content: Code, { tests }: Profile): Code {
  const { module } = tests;
  const parts = content.parts.map((part) =>
    isFromTest(part) ? (module === undefined ? part.name : { ...part, module }) : part,
  );
  return { kind: 'code', parts };
}

/** Beside what it tests, or in the host's folder of tests: `tests/platform/health/health.test.ts`. */
function testPath(statement: TemplateStatement | FileStatement, host: Profile): string {
  const { folder } = host.tests;
  if (folder === undefined) return pathOf(statement, host);
  if (statement.area === 'source') return joinPath(folder, statement.to);
  return joinPath(folder, `${host.platformFolder.split('/').at(-1)}/${statement.to}`);
}

function pathOf(statement: TemplateStatement | FileStatement, host: Profile): string {
  const path = joinPath(folderOf(statement.area ?? 'platform', host), statement.to);
  if (path.startsWith('..')) throw leaves(path);
  return path;
}

function folderOf(area: Area, host: Profile): string {
  return area === 'platform' ? host.platformFolder : host.sourceRoot;
}

function renderComposition(
  said: readonly Said[],
  composition: Composition,
  host: Profile,
): readonly WantedFile[] {
  const owners = [
    ...new Set(
      said.filter(({ statement }) => statement.kind === 'contribution').map(({ feature }) => feature.name),
    ),
  ].sort();
  return composition.files.map(({ to, content }) => {
    const path = joinPath(host.platformFolder, to);
    return { path, text: printFile(content, path, host), owners, because: 'composes the features' };
  });
}

function collision(path: string, owners: readonly string[]): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'file-collision',
    exitCode: EXIT.unresolved,
    found: `${owners.map((name) => `\`${name}\``).join(' and ')} both want to write \`${path}\`.`,
    todo: 'Choose one of them, or ask their authors to use different names.',
  });
}

export function noTemplate(feature: string, template: string): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'template-missing',
    exitCode: EXIT.error,
    found: `The package of \`${feature}\` has no template \`${template}\`.`,
    todo: 'Reinstall it, or report this to its author.',
  });
}

export function leaves(path: string): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'path-leaves-service',
    exitCode: EXIT.error,
    found: `A feature wants to write \`${path}\`, which is outside the service.`,
    todo: 'Report this to the author of the feature.',
  });
}
