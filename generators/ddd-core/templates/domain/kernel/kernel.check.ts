import { strict as assert } from 'node:assert';
import { describe, it } from '#host/test';
import { AggregateRoot } from './aggregate-root.ts';
import { ConflictError, InvalidError } from './domain-error.ts';
import type { DomainEvent, EventContext, Fact } from './domain-event.ts';
import { Entity } from './entity.ts';
import { type Identifier, identifier, uuidV7 } from './identifier.ts';
import { andThen, fail, mapResult, ok, valueOrThrow } from './result.ts';
import { ValueObject } from './value-object.ts';

type DoorId = Identifier<'Door'>;
type DoorFact = Fact<'door.opened' | 'door.closed', Record<string, never>>;

class Door extends AggregateRoot<DoorId, DoorFact> {
  isOpen = false;

  static of(history: readonly DomainEvent<DoorFact>[]): Door {
    const door = new Door(identifier('front'));
    door.replay(history);
    return door;
  }

  static stored(version: number): Door {
    const door = new Door(identifier('front'));
    door.restore(version);
    return door;
  }

  open(context: EventContext): void {
    if (this.isOpen) throw new ConflictError('door.open', 'The door is open.');
    this.apply({ type: 'door.opened', schemaVersion: 1, data: {} }, context);
  }

  protected when(fact: DoorFact): void {
    this.isOpen = fact.type === 'door.opened';
  }
}

class Money extends ValueObject<{ readonly amount: number; readonly tags: readonly string[] }> {
  static of(amount: number, tags: readonly string[] = []): Money {
    return new Money({ amount, tags });
  }

  get tags(): readonly string[] {
    return this.props.tags;
  }
}

class Room extends Entity {}
class House extends Entity {}

const random = (bytes: number) => new Uint8Array(bytes).fill(7);
const context: EventContext = {
  now: () => new Date(0),
  nextId: uuidV7({ now: () => 0, random }),
  actor: 'ada',
};

describe('the kernel of the domain', () => {
  it('records what happens to an aggregate, and what it is done to once it is stored', () => {
    const door = new Door(identifier('front'));
    door.open(context);
    assert.equal(door.isOpen, true);
    assert.deepEqual([door.version, door.originalVersion], [1, 0]);
    const [event] = door.uncommitted;
    assert.ok(event);
    assert.equal(event.type, 'door.opened');
    assert.equal(event.aggregateId, 'front');
    assert.equal(event.aggregateVersion, 1);
    assert.equal(event.occurredAt, '1970-01-01T00:00:00.000Z');
    assert.equal(event.actor, 'ada');
    door.markCommitted();
    assert.deepEqual([door.version, door.originalVersion, door.uncommitted.length], [1, 1, 0]);
  });

  it('keeps nothing of a change that the rules refuse', () => {
    const door = new Door(identifier('front'));
    door.open(context);
    assert.throws(() => door.open(context), ConflictError);
    assert.equal(door.version, 1);
  });

  it('brings an aggregate to where its events, or its stored state, left it', () => {
    const before = new Door(identifier('front'));
    before.open(context);
    const door = Door.of(before.uncommitted);
    assert.equal(door.isOpen, true);
    assert.deepEqual([door.version, door.originalVersion], [1, 1]);
    assert.throws(() => Door.of([...before.uncommitted, ...before.uncommitted]), RangeError);
    assert.equal(Door.stored(3).originalVersion, 3);
  });
});

describe('what aggregates are made of', () => {
  it('tells entities by class and id, and values by class and content', () => {
    assert.ok(new Room('1').equals(new Room('1')));
    assert.ok(!new Room('1').equals(new House('1')));
    assert.ok(Money.of(1, ['tip']).equals(Money.of(1, ['tip'])));
    assert.ok(!Money.of(1, ['tip']).equals(Money.of(1)));
    assert.equal(JSON.stringify(Money.of(1)), '{"amount":1,"tags":[]}');
  });

  it('lets nobody change a value', () => {
    const money = Money.of(1, ['tip']);
    assert.throws(() => Reflect.apply(Array.prototype.push, money.tags, ['more']), TypeError);
    assert.throws(() => Object.assign(money, { amount: 2 }), TypeError);
    assert.throws(() => Reflect.construct(Money, [{ amount: 1, tags: [new Date()] }]), TypeError);
  });

  it('takes an id only in its form, and makes ids that sort by time', () => {
    assert.throws(() => identifier('../etc/passwd'), InvalidError);
    let now = 1_000;
    const nextId = uuidV7({ now: () => now, random });
    const ids = Array.from({ length: 5_000 }, nextId);
    now = 500;
    ids.push(nextId());
    now = 2_000;
    ids.push(nextId());
    assert.deepEqual([...ids].sort(), ids);
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids)
      assert.match(id, /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it('goes on with a result only while there is one', () => {
    const half = (value: number) => (value % 2 === 0 ? ok(value / 2) : fail('odd'));
    assert.deepEqual(andThen(ok(4), half), ok(2));
    assert.deepEqual(andThen(half(3), half), fail('odd'));
    assert.deepEqual(mapResult(half(3), String), fail('odd'));
    assert.equal(valueOrThrow(mapResult(ok(4), String)), '4');
    assert.throws(() => valueOrThrow(fail(new InvalidError('x', 'No.'))), InvalidError);
  });
});
