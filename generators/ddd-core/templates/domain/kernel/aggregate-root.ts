import { type DomainEvent, type EventContext, type Fact, recordFact } from './domain-event.ts';
import { Entity } from './entity.ts';

/**
 * The one thing of a group through which the others are changed, so that its rules hold for all of them.
 * Every change is a fact: a method checks the rules and calls `apply`, and `when` changes the state.
 */
export abstract class AggregateRoot<
  Id extends string = string,
  F extends Fact = Fact,
> extends Entity<Id> {
  #version = 0;
  #originalVersion = 0;
  #uncommitted: readonly DomainEvent<F>[] = [];

  /** How many events there have been, those not yet stored included. */
  get version(): number {
    return this.#version;
  }

  /** The version that is stored; 0 when nothing is. A repository saves only over this one. */
  get originalVersion(): number {
    return this.#originalVersion;
  }

  /** What has happened since, oldest first. */
  get uncommitted(): readonly DomainEvent<F>[] {
    return this.#uncommitted;
  }

  /** Everything that has happened is stored now. */
  markCommitted(): void {
    this.#originalVersion = this.#version;
    this.#uncommitted = [];
  }

  /** Change the state as a fact says. It checks nothing: what happened, happened. */
  protected abstract when(fact: F): void;

  /** Let something happen, and keep it for the repository. */
  protected apply(fact: F, context: EventContext): void {
    const aggregateVersion = this.#version + 1;
    const event = recordFact(fact, { aggregateId: this.id, aggregateVersion }, context);
    this.when(event);
    this.#version = aggregateVersion;
    this.#uncommitted = [...this.#uncommitted, event];
  }

  /** Go through what happened before. Throws RangeError when an event is missing, or belongs to another aggregate. */
  protected replay(history: Iterable<DomainEvent<F>>): void {
    for (const event of history) {
      const next = this.#version + 1;
      if (event.aggregateId !== this.id || event.aggregateVersion !== next) {
        throw new RangeError(
          `${this.id} expects its event ${next}, not ${event.aggregateId}'s ${event.aggregateVersion}.`,
        );
      }
      this.when(event);
      this.#version = next;
    }
    this.markCommitted();
  }

  /** Say which version the state that was just loaded has. */
  protected restore(version: number): void {
    this.#version = version;
    this.markCommitted();
  }
}
