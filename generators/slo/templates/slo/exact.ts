/** A fraction of whole numbers: thresholds of alerts are computed without rounding. */
export interface Fraction {
  readonly over: number;
  readonly under: number;
}

/** Read a decimal as it is written: `99.95` is 9995/100. */
export function exact(decimal: string): Fraction {
  const [whole = '', digits = ''] = decimal.split('.');
  return fraction(Number(whole + digits), 10 ** digits.length);
}

/** Shorten a fraction. */
export function fraction(over: number, under: number): Fraction {
  const divisor = greatestCommonDivisor(Math.abs(over), under);
  return { over: over / divisor, under: under / divisor };
}

/** Multiply fractions. */
export function times(...factors: readonly Fraction[]): Fraction {
  return factors.reduce((a, b) => fraction(a.over * b.over, a.under * b.under));
}

/** What is missing to one. */
export function complement({ over, under }: Fraction): Fraction {
  return fraction(under - over, under);
}

/** As a number, for comparisons. */
export function toNumber({ over, under }: Fraction): number {
  return over / under;
}

/** Print a fraction as a decimal: in full where it ends (`0.0144`), else to six digits. */
export function printDecimal({ over, under }: Fraction): string {
  for (let digits = 0; digits <= 12; digits += 1) {
    const scale = 10 ** digits;
    if (scale % under === 0) return withPoint(over * (scale / under), digits);
  }
  return String(Number((over / under).toPrecision(6)));
}

function withPoint(whole: number, digits: number): string {
  if (digits === 0) return String(whole);
  const text = String(whole).padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
