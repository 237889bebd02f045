import { EXIT, type Problem } from '../problem.ts';
import { nearestName } from '../words/nearest-name.ts';
import type { Finding, Path } from './finding.ts';

/** Put a finding in words: file, key, what is wrong there, and what to write instead. */
export function describeFinding(finding: Finding, file: string, within: Path): Problem {
  const key = dotted([...within, ...finding.path]);
  const [found, todo] = words(finding, key === '' ? file : `\`${key}\` in ${file}`);
  return {
    kind: 'problem',
    id: finding.kind,
    exitCode: EXIT.error,
    found,
    todo,
    places: [key === '' ? file : `${file}#${key}`],
  };
}

function words(finding: Finding, where: string): readonly [found: string, todo: string] {
  switch (finding.kind) {
    case 'invalid-json':
      return [`${where} is not valid JSON: ${finding.reason}.`, 'Correct the syntax.'];
    case 'missing-key':
      return [`${where} lacks the key \`${finding.key}\`.`, `Add \`${finding.key}\`.`];
    case 'unknown-key':
      return [
        `${where} has an unknown key ${quote(finding.key)}.`,
        instead(finding.key, finding.known, 'Remove it.'),
      ];
    case 'wrong-type':
      return [
        `${where} is ${quote(finding.value)}, but must be ${ARTICLES[finding.type] ?? finding.type}.`,
        'Correct the value.',
      ];
    case 'wrong-value':
      return [
        `${where} is ${quote(finding.value)}, which is none of ${finding.allowed.map((one) => `\`${one}\``).join(', ')}.`,
        instead(String(finding.value), finding.allowed, 'Take one of these.'),
      ];
    case 'bad-version':
      return [
        `${where} is ${quote(finding.value)}, which is not a semver version.`,
        'Write major.minor.patch, for example `1.0.0`.',
      ];
    case 'bad-range':
      return [
        `${where} is ${quote(finding.value)}, which is not a semver range.`,
        'Write a range such as `^1.2.0` or `>=2 <4`.',
      ];
    case 'bad-expression':
      return [
        `${where} is ${quote(finding.value)}, which is no expression: ${finding.reason}.`,
        "Write it as docs/write-a-feature.md says, for example `signal('listens') and not dependency('helmet')`.",
      ];
    default:
      return wordsAboutNames(finding, where);
  }
}

type AboutNames = Extract<
  Finding,
  {
    readonly kind:
      | 'bad-name'
      | 'bad-text'
      | 'repeated-value'
      | 'self-dependency'
      | 'duplicate-feature'
      | 'unknown-name'
      | 'empty-tiers';
  }
>;

function wordsAboutNames(finding: AboutNames, where: string): readonly [found: string, todo: string] {
  switch (finding.kind) {
    case 'bad-name':
      return [
        `${where} is ${quote(finding.value)}, which can't be a name.`,
        'Use letters, digits, `.`, `-`, `_` and `~`, beginning with a letter or digit; a scope such as `@acme/` may come first.',
      ];
    case 'bad-text':
      return [`${where} is empty or too long.`, 'Write a short text.'];
    case 'repeated-value':
      return [`${where} repeats ${quote(finding.value)}.`, 'Remove one of the two.'];
    case 'self-dependency':
      return [
        `${where} makes \`${finding.name}\` refer to itself.`,
        'Remove it: a feature is always there with itself.',
      ];
    case 'duplicate-feature':
      return [
        `${where} is \`${finding.name}\` ${finding.version}, which the catalog has already.`,
        'Remove one of the two entries.',
      ];
    case 'unknown-name':
      return [
        `${where} names \`${finding.name}\`, which no feature is called or provides.`,
        instead(finding.name, finding.known, 'Correct the name, or remove it.'),
      ];
    case 'empty-tiers':
      return [
        `${where} goes from \`${finding.min}\` down to \`${finding.max}\`, so no tier is left.`,
        'Swap the two.',
      ];
  }
}

const ARTICLES: Readonly<Record<string, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  integer: 'a whole number',
  boolean: 'true or false',
};

function instead(name: string, known: readonly string[], otherwise: string): string {
  const near = nearestName(name, known);
  return near === undefined ? otherwise : `Did you mean \`${near}\`?`;
}

/** Control characters are escaped and long values cut, so that a message can't spoil a terminal. */
function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const safe = [...text.slice(0, 80)]
    .map((letter) => (isControl(letter) ? escaped(letter) : letter))
    .join('');
  return `\`${safe}${text.length > 80 ? '…' : ''}\``;
}

function dotted(path: Path): string {
  return path.reduce<string>((before, step) => {
    if (typeof step === 'number') return `${before}[${step}]`;
    const key = /^[\w$@/.~-]{1,80}$/.test(step) ? step : quote(step).slice(1, -1);
    return before === '' ? key : `${before}.${key}`;
  }, '');
}

function isControl(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  return (
    code < 32 ||
    (code >= 127 && code < 160) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  );
}

function escaped(letter: string): string {
  return `\\u${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}
