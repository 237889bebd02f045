import type { Framework } from '@joinery/kit';
import type { Evidence } from './evidence.ts';
import type { Call } from './expression/parse-tokens.ts';
import { findSightings } from './signals/find-sightings.ts';
import { SIGNALS } from './signals/signals.ts';
import type { Survey } from './survey.ts';

/** What a call of an expression says of a host: whether it holds, and why. */
export interface Answer {
  readonly holds: boolean;
  readonly evidence: Evidence;
}

/** Answers calls, each asked once. */
export type Facts = (call: Call) => Answer;

/** Look into a surveyed service for what expressions ask. */
export function factsOf(survey: Survey): Facts {
  const known = new Map<string, Answer>();
  const seen = new Map<string, readonly string[]>();
  const sightings = (name: string) => {
    const places =
      seen.get(name) ?? findSightings(SIGNALS[name] ?? NEVER, survey.sources, survey.host.dependencies);
    seen.set(name, places);
    return places;
  };
  return (call) => {
    const key = `${call.word} ${call.name} ${call.atLeast}`;
    const answer = known.get(key) ?? answerTo(call, survey, sightings);
    known.set(key, answer);
    return answer;
  };
}

const NEVER = { found: '', missing: '' };

function answerTo(call: Call, survey: Survey, sightings: (name: string) => readonly string[]): Answer {
  const { name } = call;
  switch (call.word) {
    case 'dependency':
      return dependency(name, survey);
    case 'file':
      return there(name, survey)
        ? { holds: true, evidence: { place: name, says: 'is there' } }
        : { holds: false, evidence: { says: `no \`${name}\`` } };
    case 'framework':
      return framework(name, survey);
    case 'feature':
      return feature(name, survey);
    case 'signal':
      return signal(call, sightings(name));
  }
}

function dependency(name: string, { host }: Survey): Answer {
  const found = Object.hasOwn(host.dependencies, name) ? host.dependencies[name] : undefined;
  if (found === undefined) return { holds: false, evidence: { says: `no \`${name}\` in package.json` } };
  const list = found.dev ? 'devDependencies' : 'dependencies';
  return { holds: true, evidence: { place: `${host.manifest}#${list}`, says: `has \`${name}\`` } };
}

function there(path: string, { tree }: Survey): boolean {
  const outside = path.startsWith('/') || path.split('/').includes('..');
  return !outside && (tree.read(path) !== undefined || tree.list(path).length > 0);
}

function framework(name: string, { host }: Survey): Answer {
  const { value, evidence } = host.framework ?? {};
  const holds = value?.name === (name as Framework);
  return holds && evidence !== undefined
    ? { holds, evidence: { place: evidence, says: `uses ${name}` } }
    : { holds: false, evidence: { says: `no ${name}` } };
}

function feature(name: string, { lock, manifests }: Survey): Answer {
  const holder = Object.entries(lock.features).find(
    ([one, { version }]) =>
      one === name || Object.hasOwn(manifests.get(`${one}@${version}`)?.provides ?? {}, name),
  );
  return holder === undefined
    ? { holds: false, evidence: { says: `no \`${name}\`` } }
    : { holds: true, evidence: { place: 'joinery.lock.json', says: `has \`${holder[0]}\`` } };
}

function signal({ name, atLeast }: Call, places: readonly string[]): Answer {
  const { found, missing } = SIGNALS[name] ?? NEVER;
  const [first] = places;
  if (first === undefined) return { holds: false, evidence: { says: missing } };
  if (places.length < atLeast) {
    return {
      holds: false,
      evidence: {
        place: first,
        says: `${found}, but only ${places.length === 1 ? 'there' : `in ${places.length} places`}`,
      },
    };
  }
  const more =
    places.length === 1
      ? ''
      : `, as ${places.length === 2 ? 'one more place does' : `${places.length - 1} more places do`}`;
  return { holds: true, evidence: { place: first, says: found + more } };
}
