/**
 * Parse JSON as tsconfig.json writes it: comments and trailing commas allowed.
 * Returns `undefined` for anything else that is not JSON.
 */
export function parseJsonWithComments(text: string): unknown {
  const plain = text.replace(/^\uFEFF/, '').replace(TOKEN, (token) => (token.startsWith('"') ? token : ''));
  try {
    return JSON.parse(plain);
  } catch {
    return undefined;
  }
}

/** A string (kept), a line comment, a block comment, or a comma before a closing bracket. */
const TOKEN =
  /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|,(?=(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*[}\]])/g;
