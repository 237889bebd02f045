/**
 * Parse JSON as tsconfig.json writes it: comments and trailing commas allowed.
 * Returns `undefined` for anything else that is not JSON.
 */
export function parseJsonWithComments(text: string): unknown {
  const bare = text.replace(/^\uFEFF/, '').replace(STRING_OR_COMMENT, string);
  try {
    return JSON.parse(bare.replace(STRING_OR_LAST_COMMA, string));
  } catch {
    return undefined;
  }
}

/** Comments go first: looking for commas through them would try every way to split one comment into several. */
const STRING_OR_COMMENT = /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
const STRING_OR_LAST_COMMA = /"(?:[^"\\\n]|\\.)*"|,(?=\s*[}\]])/g;

function string(token: string): string {
  return token.startsWith('"') ? token : '';
}
