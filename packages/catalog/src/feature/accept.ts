import { ProblemError, type Reading } from '@joinery/engine';

/** What was read; throws one ProblemError that names everything that is wrong with a document. */
export function accept<T>(reading: Reading<T>): T {
  if (reading.kind === 'read') return reading.value;
  const [first, ...rest] = reading.problems;
  if (first === undefined) throw new Error('a faulty reading names no problem');
  const places = reading.problems.flatMap((problem) => problem.places ?? []);
  throw new ProblemError({
    ...first,
    found: [first, ...rest].map(({ found }) => found).join('\n'),
    todo: [...new Set([first, ...rest].map(({ todo }) => todo))].join('\n'),
    ...(places.length === 0 ? {} : { places: [...new Set(places)] }),
  });
}
