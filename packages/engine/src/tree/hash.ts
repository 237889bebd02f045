import { createHash } from 'node:crypto';

/** The content address of a text: `sha256-` and 64 hexadecimal digits over its UTF-8 bytes. */
export function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('hex')}`;
}
