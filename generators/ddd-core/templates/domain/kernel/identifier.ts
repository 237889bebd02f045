import { InvalidError } from './domain-error.ts';

declare const kind: unique symbol;

/** The id of a `Kind`. Ids of other kinds, and plain strings, are not accepted in its place. */
export type Identifier<Kind extends string> = string & { readonly [kind]: Kind };

/**
 * Take a text from outside as an id. Throws InvalidError unless it is 1 to 64 letters, digits, `-` and `_`.
 *
 * @example const id: OrderId = identifier(request.params.id);
 */
export function identifier<Kind extends string>(text: string): Identifier<Kind> {
  if (!/^[\w-]{1,64}$/.test(text)) throw new InvalidError('id.invalid', 'This is no valid id.');
  return text as Identifier<Kind>;
}

/** Where new ids come from. */
export interface IdSource {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
}

/**
 * Make a source of UUIDs of version 7 (RFC 9562): each is greater than the one before, also within one millisecond and
 * when the clock is set back, so that they sort by the time they were made.
 */
export function uuidV7({ now, random }: IdSource): () => string {
  let time = 0;
  let counter = 0;
  return () => {
    const [high = 0, low = 0, ...tail] = random(10);
    if (now() > time) {
      time = now();
      counter = ((high << 8) | low) & 0x7ff;
    } else {
      counter += 1;
    }
    if (counter > 0xfff) {
      time += 1;
      counter = 0;
    }
    const variant = 0x80 | ((tail[0] ?? 0) & 0x3f);
    const hex = [
      time.toString(16).padStart(12, '0'),
      (0x7000 | counter).toString(16),
      ...[variant, ...tail.slice(1)].map((byte) => byte.toString(16).padStart(2, '0')),
    ].join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  };
}
