/** Whether a text holds the markers of a conflict that nobody has settled yet. */
export function hasMarkers(text: string): boolean {
  return /^<{7}(?: |$)/m.test(text) && /^>{7}(?: |$)/m.test(text);
}

/** The line of each opening marker, from 1. */
export function markerLines(text: string): readonly number[] {
  return text.split('\n').flatMap((line, index) => (/^<{7}(?: |\r?$)/.test(line) ? [index + 1] : []));
}

/** Both texts that git could not bring together, as each side had them. */
export function sidesOf(text: string): readonly [ours: string, theirs: string] {
  const sides = { ours: '', theirs: '' };
  let within: 'both' | 'ours' | 'base' | 'theirs' = 'both';
  for (const line of text.match(/[^\n]*\n|[^\n]+/g) ?? []) {
    if (/^<{7}(?: |\r?\n?$)/.test(line)) within = 'ours';
    else if (within === 'ours' && /^\|{7}/.test(line)) within = 'base';
    else if (within !== 'both' && /^={7}\r?\n?$/.test(line)) within = 'theirs';
    else if (within === 'theirs' && /^>{7}/.test(line)) within = 'both';
    else {
      if (within === 'both' || within === 'ours') sides.ours += line;
      if (within === 'both' || within === 'theirs') sides.theirs += line;
    }
  }
  return [sides.ours, sides.theirs];
}
