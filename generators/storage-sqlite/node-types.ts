/** The range of Node's types for the lowest version that the host runs on. */
export function nodeTypes(floor: string): string {
  return `^${floor.split('.')[0]}.0.0`;
}
