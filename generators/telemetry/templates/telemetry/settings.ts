type Source = Readonly<Record<string, string | undefined>>;

/** Reads OpenTelemetry's variables. A value that makes no sense is warned about once, and the fallback stands in. */
export interface Settings {
  /** One of a few words; of several, the ones that are known, in the order given. */
  choices<T extends string>(
    name: string,
    known: readonly T[],
    fallback: readonly T[],
  ): readonly T[];
  choice<T extends string>(name: string, known: readonly T[], fallback: T): T;
  /** A whole number of at least `least`. */
  integer(name: string, fallback: number, least?: number): number;
  /** From 0 to 1. */
  ratio(name: string, fallback: number): number;
  flag(name: string): boolean;
  text(name: string): string | undefined;
}

export function readSettings(
  source: Source = process.env,
  warn: (message: string) => void = writeLine,
): Settings {
  const warned = new Set<string>();

  function text(name: string): string | undefined {
    const value = source[name]?.trim();
    return value === '' ? undefined : value;
  }

  function refuse<T>(name: string, expected: string, fallback: T): T {
    const shown = Array.isArray(fallback) ? fallback.join(',') : String(fallback);
    if (!warned.has(name)) warn(`${name} is not ${expected}; ${shown} is used instead`);
    warned.add(name);
    return fallback;
  }

  function choices<T extends string>(
    name: string,
    known: readonly T[],
    fallback: readonly T[],
  ): readonly T[] {
    const given = text(name);
    if (given === undefined) return fallback;
    const words = given.split(',').map((word) => word.trim().toLowerCase());
    const chosen = known.filter((word) => words.includes(word));
    return chosen.length === new Set(words).size
      ? chosen
      : refuse(name, `one of ${known.join(', ')}`, chosen.length > 0 ? chosen : fallback);
  }

  function number(name: string, fits: (value: number) => boolean, expected: string) {
    return (fallback: number): number => {
      const given = text(name);
      if (given === undefined) return fallback;
      const value = Number(given);
      return fits(value) ? value : refuse(name, expected, fallback);
    };
  }

  return {
    text,
    choices,
    choice: (name, known, fallback) => choices(name, known, [fallback])[0] ?? fallback,
    integer: (name, fallback, least = 0) =>
      number(
        name,
        (value) => Number.isInteger(value) && value >= least,
        `a whole number from ${least} up`,
      )(fallback),
    ratio: (name, fallback) =>
      number(name, (value) => value >= 0 && value <= 1, 'a number from 0 to 1')(fallback),
    flag: (name) => choices(name, ['true', 'false'], ['false'])[0] === 'true',
  };
}

function writeLine(message: string): void {
  process.stderr.write(`telemetry: ${message}\n`);
}
