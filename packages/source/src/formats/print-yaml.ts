import type { Json } from '@joinery/kit';
import { Document } from 'yaml';

/** Print data as YAML: two spaces, long lines left long, keys in their own order, nothing shared by reference. */
export function printYaml(value: Json, comment: string | undefined): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  if (comment !== undefined) document.commentBefore = comment.replace(/^(?=.)/gm, ' ');
  return document.toString({ lineWidth: 0 });
}
