import { strict as assert } from 'node:assert';
import { describe, it } from '#host/test';
import { InvalidError } from '#source/domain/kernel/domain-error';
import { Money } from './money.ts';

const euro = (amount: number) => Money.of({ amount, currency: 'EUR' });

describe('an amount of money', () => {
  it('is counted in whole units of one currency', () => {
    assert.ok(euro(1).plus(euro(2)).equals(euro(3)));
    assert.ok(euro(1).minus(euro(2)).equals(euro(-1)));
    assert.ok(euro(2).times(3).equals(euro(6)));
    assert.throws(() => euro(1.5), InvalidError);
    assert.throws(() => euro(1).times(0.5), InvalidError);
    assert.throws(() => Money.of({ amount: 1, currency: 'euro' }), InvalidError);
    assert.throws(() => euro(1).plus(Money.of({ amount: 1, currency: 'CHF' })), InvalidError);
  });
});
