/** Something that stays the same thing while what is known of it changes. */
export abstract class Entity<Id extends string = string> {
  readonly id: Id;

  constructor(id: Id) {
    this.id = id;
  }

  /** Whether both are the same thing: of one class, with one id. */
  equals(other: unknown): boolean {
    return (
      other instanceof Entity && other.constructor === this.constructor && other.id === this.id
    );
  }
}
