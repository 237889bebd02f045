import { SyntaxFault } from './syntax-fault.ts';

export type Token =
  | { readonly kind: 'word' | 'name'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: '(' | ')' | ',' | '!' };

const TOKEN = /\s+|(?:profile\.)?([a-z]+)\b|'([^'\n]*)'|"([^"\n]*)"|(\d{1,4})\b|([(),!])|(&&|\|\|)/y;

/** Cut an expression into words, names in quotes, numbers and signs. Throws SyntaxFault. */
export function tokens(text: string): readonly Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) throw new SyntaxFault(`\`${text.slice(start, start + 20)}\` cannot be read`);
    const token = tokenOf(match);
    if (token !== undefined) found.push(token);
  }
  return found;
}

function tokenOf([, word, single, double, number, sign, twice]: RegExpExecArray): Token | undefined {
  if (word !== undefined) return { kind: 'word', text: word };
  const name = single ?? double;
  if (name !== undefined) return { kind: 'name', text: name };
  if (number !== undefined) return { kind: 'number', value: Number(number) };
  if (sign === '(' || sign === ')' || sign === ',' || sign === '!') return { kind: sign };
  if (twice !== undefined)
    throw new SyntaxFault(`write \`${twice === '&&' ? 'and' : 'or'}\` for \`${twice}\``);
  return undefined;
}
