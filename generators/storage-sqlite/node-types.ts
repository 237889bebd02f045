/** The range of Node's types for the lowest version that the host runs on; of odd lines there are few, so the even one below. */
export function nodeTypes(floor: string): string {
  const line = Number(floor.split('.')[0]);
  return `^${line - (line % 2)}.0.0`;
}
