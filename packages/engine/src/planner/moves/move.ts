/** A file that changes its place, from the service's folder. */
export interface Move {
  readonly from: string;
  readonly to: string;
  /** Generated, and as it was written: it is rendered anew at its new place, and only those who import it follow. */
  readonly pristine: boolean;
  readonly owners: readonly string[];
}
