import { nearestName } from '../../words/nearest-name.ts';
import { type Expression, WORDS } from './expression.ts';
import { SyntaxFault } from './syntax-fault.ts';
import type { Token } from './tokens.ts';

/** Deeper than this nobody writes; it bounds what a hostile manifest can cost. */
const MAX_DEPTH = 20;

export type Call = Extract<Expression, { kind: 'call' }>;

interface Parsing {
  readonly tokens: readonly Token[];
  at: number;
}

/** `or` binds weakest, then `and`, then `not`. Throws SyntaxFault. */
export function parseTokens(tokens: readonly Token[]): Expression {
  const parsing = { tokens, at: 0 };
  const expression = chain(parsing, 'or', 0);
  const left = tokens[parsing.at];
  if (left !== undefined)
    throw new SyntaxFault(`${shown(left)} is not expected here; join with \`and\` or \`or\``);
  return expression;
}

function chain(parsing: Parsing, joint: 'or' | 'and', depth: number): Expression {
  const part = () => (joint === 'or' ? chain(parsing, 'and', depth) : unary(parsing, depth));
  const first = part();
  const rest: Expression[] = [];
  while (isWord(parsing.tokens[parsing.at], joint)) {
    parsing.at += 1;
    rest.push(part());
  }
  return rest.length === 0 ? first : { kind: joint, of: [first, ...rest] };
}

function unary(parsing: Parsing, depth: number): Expression {
  if (depth >= MAX_DEPTH) throw new SyntaxFault('it is nested too deeply');
  const token = take(parsing);
  if (token.kind === '!' || isWord(token, 'not')) return { kind: 'not', of: unary(parsing, depth + 1) };
  if (token.kind === '(') {
    const inner = chain(parsing, 'or', depth + 1);
    expect(parsing, ')');
    return inner;
  }
  if (token.kind !== 'word') throw new SyntaxFault(`${shown(token)} is not expected here`);
  return call(parsing, token.text);
}

function call(parsing: Parsing, text: string): Call {
  const word = WORDS.find((one) => one === text);
  if (word === undefined) {
    const near = nearestName(text, WORDS);
    throw new SyntaxFault(
      `\`${text}\` is no word of the language; ${near === undefined ? `it has ${WORDS.join(', ')}` : `did you mean \`${near}\`?`}`,
    );
  }
  expect(parsing, '(');
  const name = take(parsing);
  if (name.kind !== 'name' || name.text === '') throw new SyntaxFault(`\`${word}\` takes a name in quotes`);
  const atLeast = word === 'signal' && parsing.tokens[parsing.at]?.kind === ',' ? count(parsing) : 1;
  expect(parsing, ')');
  return { kind: 'call', word, name: name.text, atLeast };
}

function count(parsing: Parsing): number {
  parsing.at += 1;
  const token = take(parsing);
  if (token.kind !== 'number' || token.value < 1)
    throw new SyntaxFault('the second part of `signal` is a number, 1 or more');
  return token.value;
}

function take(parsing: Parsing): Token {
  const token = parsing.tokens[parsing.at];
  if (token === undefined) throw new SyntaxFault('it ends too early');
  parsing.at += 1;
  return token;
}

function expect(parsing: Parsing, kind: '(' | ')'): void {
  const token = take(parsing);
  if (token.kind !== kind) throw new SyntaxFault(`${shown(token)} stands where \`${kind}\` is expected`);
}

function isWord(token: Token | undefined, text: string): boolean {
  return token?.kind === 'word' && token.text === text;
}

function shown(token: Token): string {
  if (token.kind === 'word') return `\`${token.text}\``;
  if (token.kind === 'name') return `\`'${token.text}'\``;
  return token.kind === 'number' ? `\`${token.value}\`` : `\`${token.kind}\``;
}
