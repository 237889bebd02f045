// @ts-check

/**
 * @typedef {{ kind: 'word' | 'string' | 'mark', text: string, line: number }} Token
 * @typedef {{ specifier: string, line: number, typeOnly: boolean }} Import
 */

/**
 * Find what a module imports, re-exports or requires, without a compiler: so it works with any version of TypeScript, and with none.
 *
 * @param {string} text
 * @returns {readonly Import[]}
 */
export function importsIn(text) {
  const tokens = tokensOf(text);
  return tokens.flatMap((token, index) => {
    if (token.kind !== 'word' || tokens[index - 1]?.text === '.') return [];
    if (token.text === 'require') return called(tokens, index);
    if (token.text === 'import') return imported(tokens, index);
    return token.text === 'export' ? reExported(tokens, index) : [];
  });
}

/** @param {readonly Token[]} tokens @param {number} index @returns {readonly Import[]} */
function called(tokens, index) {
  const [open, name] = [tokens[index + 1], tokens[index + 2]];
  if (open?.text !== '(' || name?.kind !== 'string') return [];
  return [{ specifier: name.text, line: name.line, typeOnly: false }];
}

/** @param {readonly Token[]} tokens @param {number} index @returns {readonly Import[]} */
function imported(tokens, index) {
  const next = tokens[index + 1];
  if (next?.kind === 'string') return [{ specifier: next.text, line: next.line, typeOnly: false }];
  return next?.text === '(' ? called(tokens, index) : source(tokens, index);
}

/** @param {readonly Token[]} tokens @param {number} index @returns {readonly Import[]} */
function reExported(tokens, index) {
  const next = tokens[index + (tokens[index + 1]?.text === 'type' ? 2 : 1)];
  return next?.text === '*' || next?.text === '{' ? source(tokens, index) : [];
}

/** `… from 'x'`, up to the end of the statement. @param {readonly Token[]} tokens @param {number} index @returns {readonly Import[]} */
function source(tokens, index) {
  const typeOnly = tokens[index + 1]?.text === 'type' && tokens[index + 2]?.text !== 'from';
  for (let at = index + 1; at < tokens.length; at += 1) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (token?.text === 'from' && next?.kind === 'string')
      return [{ specifier: next.text, line: next.line, typeOnly }];
    const isEnd =
      token?.kind === 'string' || (token?.kind === 'mark' && !'{},*'.includes(token.text));
    if (isEnd || (token?.text === '}' && next?.text !== 'from')) return [];
  }
  return [];
}

const WORD = /[\p{ID_Start}$_][\p{ID_Continue}$]*/uy;
const BLANK = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y;
const STRING = /'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*"/y;
const REGEX = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
const NUMBER = /\d[\w.]*/y;
/** After these a slash begins a regular expression. */
const BEFORE_REGEX =
  /^(?:[(,=:[!&|?{};+*%<>~^-]|return|typeof|case|in|of|do|else|void|delete|throw|yield|await)$/;

/** @param {string} text @returns {Token[]} */
function tokensOf(text) {
  /** @type {Token[]} */
  const tokens = [];
  /** How many braces are open in each `${` of a template that is still open. @type {number[]} */
  const templates = [];
  let [at, line] = [0, 1];
  /** @param {RegExp} pattern */
  const take = (pattern) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) return undefined;
    at += found.length;
    return found;
  };
  /** @param {Token['kind']} kind @param {string} found */
  const add = (kind, found) => {
    tokens.push({ kind, text: kind === 'string' ? found.slice(1, -1) : found, line });
    line += found.split('\n').length - 1;
  };
  const skipTemplate = () => {
    const rest = take(/(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{)?/y) ?? '';
    line += rest.split('\n').length - 1;
    if (rest.endsWith('${')) templates.push(0);
  };
  while (at < text.length) {
    const blank = take(BLANK);
    if (blank !== undefined) {
      line += blank.split('\n').length - 1;
      continue;
    }
    const word = take(WORD);
    const string = word === undefined ? take(STRING) : undefined;
    if (word !== undefined) add('word', word);
    else if (string !== undefined) add('string', string);
    else if (take(NUMBER) === undefined) {
      const mark = text[at] ?? '';
      const before = tokens.at(-1);
      const isRegex = mark === '/' && (before === undefined || BEFORE_REGEX.test(before.text));
      if (isRegex && take(REGEX) !== undefined) continue;
      at += 1;
      const open = templates.length - 1;
      if (mark === '`') skipTemplate();
      else if (mark === '}' && templates[open] === 0) {
        templates.pop();
        skipTemplate();
      } else {
        if (open >= 0 && mark === '{') templates[open] = (templates[open] ?? 0) + 1;
        if (open >= 0 && mark === '}') templates[open] = (templates[open] ?? 0) - 1;
        add('mark', mark);
      }
    }
  }
  return tokens;
}
