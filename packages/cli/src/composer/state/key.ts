/** A key press, as Node's readline tells it. */
export interface Key {
  /** `up`, `return`, `escape`, `pagedown`, `a` … */
  readonly name: string;
  /** What a person typed, when it is a letter, digit or sign. */
  readonly text?: string;
  readonly ctrl?: boolean;
}
