import fc from 'fast-check';
import { AggregateRoot } from './aggregate-root.ts';
import type { DomainEvent, EventContext, Fact } from './domain-event.ts';
import { Entity } from './entity.ts';
import { uuidV7 } from './identifier.ts';
import { ValueObject } from './value-object.ts';

type Step = Fact<'counter.stepped', { readonly by: number }>;

class Counter extends AggregateRoot<string, Step> {
  total = 0;

  step(by: number, context: EventContext): void {
    this.apply({ type: 'counter.stepped', schemaVersion: 1, data: { by } }, context);
  }

  load(history: readonly DomainEvent<Step>[]): this {
    this.replay(history);
    return this;
  }

  protected when({ data }: Step): void {
    this.total += data.by;
  }
}

class Holder extends ValueObject<{ readonly content: unknown }> {
  static of(content: unknown): Holder {
    return new Holder({ content });
  }

  get content(): unknown {
    return this.props.content;
  }
}

class One extends Entity {}
class Other extends Entity {}

const context: EventContext = {
  now: () => new Date(0),
  nextId: uuidV7({ now: () => 0, random: (bytes) => new Uint8Array(bytes) }),
};

/** What a value object may hold, small enough that two often are alike. */
const content = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(0, -0, 1, Number.NaN, '', 'a', null, undefined, true),
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b', '__proto__', 'toString'), tie('value'), { maxKeys: 2 }),
    tie('value').map(Holder.of),
  ),
})).value;

test('events are numbered without a gap, whatever is stored in between, and replaying them gives the same', () => {
  const command = fc.oneof(fc.integer(), fc.constant('commit' as const));
  fc.assert(
    fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
      const counter = new Counter('c');
      const events: DomainEvent<Step>[] = [];
      const commit = () => {
        events.push(...counter.uncommitted);
        counter.markCommitted();
      };
      for (const each of commands) {
        if (each === 'commit') commit();
        else counter.step(each, context);
        expect(counter.version - counter.originalVersion).toBe(counter.uncommitted.length);
      }
      commit();
      expect(events.map((event) => event.aggregateVersion)).toEqual(
        events.map((_, index) => index + 1),
      );
      const stored: DomainEvent<Step>[] = JSON.parse(JSON.stringify(events));
      const again = new Counter('c').load(stored);
      expect([again.version, again.originalVersion, again.total]).toEqual([
        events.length,
        events.length,
        counter.total,
      ]);
    }),
  );
});

test('values are equal to themselves, to each other both ways, and to what is equal to an equal', () => {
  fc.assert(
    fc.property(content, content, content, (...contents) => {
      const [a, b, c] = contents.map(Holder.of);
      expect(a?.equals(a)).toBe(true);
      expect(a?.equals(b)).toBe(b?.equals(a));
      if (a?.equals(b) && b?.equals(c)) expect(a.equals(c)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test('a value equals one that is made of the same once more', () => {
  fc.assert(
    fc.property(content, (one) => expect(Holder.of(one).equals(Holder.of(one))).toBe(true)),
  );
});

test('no part of a value can be changed, and what it was made of still can', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), content), (given) => {
      const holder = Holder.of(given);
      expect(unfrozenParts(holder.content)).toEqual([]);
      expect(() => Object.assign(holder, { more: 1 })).toThrow(TypeError);
      expect(Object.isFrozen(given)).toBe(false);
    }),
  );
});

test('entities are equal by class and id, both ways and onwards', () => {
  const entity = fc
    .tuple(fc.boolean(), fc.constantFrom('1', '2'))
    .map(([one, id]) => (one ? new One(id) : new Other(id)));
  fc.assert(
    fc.property(entity, entity, entity, (a, b, c) => {
      expect(a.equals(b)).toBe(b.equals(a));
      expect(a.equals(b)).toBe(a.id === b.id && a.constructor === b.constructor);
      if (a.equals(b) && b.equals(c)) expect(a.equals(c)).toBe(true);
    }),
  );
});

test('ids sort by when they were made, whatever the clock and chance do', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(3), fc.uint8Array({ minLength: 10, maxLength: 10 })), {
        maxLength: 60,
      }),
      (moments) => {
        let now = 0;
        let chance = new Uint8Array(10);
        const nextId = uuidV7({ now: () => now, random: () => chance });
        const ids = moments.map(([time, bytes]) => {
          now = time;
          chance = bytes;
          return nextId();
        });
        expect([...ids].sort()).toEqual(ids);
        expect(new Set(ids).size).toBe(ids.length);
      },
    ),
  );
});

function unfrozenParts(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const parts = Object.values(value).flatMap(unfrozenParts);
  return Object.isFrozen(value) ? parts : [value, ...parts];
}
