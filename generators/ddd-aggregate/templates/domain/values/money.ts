import { InvalidError } from '#source/domain/kernel/domain-error';
import { ValueObject } from '#source/domain/kernel/value-object';

export interface MoneyProps {
  /** In the smallest unit of the currency: cents. */
  readonly amount: number;
  /** ISO 4217: `EUR`. */
  readonly currency: string;
}

/** An amount of money. It is counted in whole units, so that nothing is lost to rounding. */
export class Money extends ValueObject<MoneyProps> {
  /** Throws InvalidError. */
  static of(given: MoneyProps): Money {
    if (!Number.isSafeInteger(given.amount))
      throw new InvalidError('money.amount', 'An amount of money is a whole number.');
    if (!/^[A-Z]{3}$/.test(given.currency))
      throw new InvalidError('money.currency', 'A currency is written in three capital letters.');
    return new Money(given);
  }

  get amount(): number {
    return this.props.amount;
  }

  get currency(): string {
    return this.props.currency;
  }

  /** Throws InvalidError for another currency. */
  plus(other: Money): Money {
    return Money.of({ ...this.props, amount: this.amount + this.inSame(other) });
  }

  /** Throws InvalidError for another currency. */
  minus(other: Money): Money {
    return Money.of({ ...this.props, amount: this.amount - this.inSame(other) });
  }

  /** Throws InvalidError unless the factor is a whole number. */
  times(factor: number): Money {
    return Money.of({ ...this.props, amount: this.amount * factor });
  }

  private inSame(other: Money): number {
    if (other.currency !== this.currency)
      throw new InvalidError('money.currency', 'These are amounts of different currencies.');
    return other.amount;
  }
}
