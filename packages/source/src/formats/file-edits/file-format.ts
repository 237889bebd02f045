import type { FileEdit, Json } from '@joinery/kit';
import type { Splice } from '../../edits/splice.ts';

/** What stands in a text where an edit belongs. */
export type Standing =
  | { readonly kind: 'missing' }
  /** Just what the edit asks for; `at` is where it starts. */
  | { readonly kind: 'same'; readonly at: number }
  /** Something else, which is people's. */
  | { readonly kind: 'other'; readonly at: number }
  /** The text can't be edited safely there. */
  | { readonly kind: 'unclear'; readonly at: number; readonly why: string };

/** How one format holds one kind of edit. Offsets are positions in the text. */
export interface FileFormat<E extends FileEdit = FileEdit> {
  find(text: string, edit: E): Standing;
  /** Called where `find` says `missing`. */
  place(text: string, edit: E): readonly Splice[];
  /** Take out what `find` found, where people changed the text around it; `undefined` when that can't be done safely. */
  takeOut(text: string, edit: E): readonly Splice[] | undefined;
  /** What the text means, to compare before and after. */
  read(text: string): Json | undefined;
  /** What the text must mean with the edit made. */
  expected(before: Json | undefined, edit: E): Json | undefined;
  /** What to paste, when the edit is refused. */
  snippet(edit: E): string;
}
