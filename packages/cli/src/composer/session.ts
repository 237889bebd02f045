import type { Service } from '@joinery/door';
import type { ComposePorts, ComposeRequest, Survey, Trial } from '@joinery/engine';
import type { Json } from '@joinery/kit';
import type { ApplyOptions } from '../program/options.ts';

/** What a composer works on. */
export interface Session {
  readonly survey: Survey;
  readonly ports: ComposePorts;
  readonly service: Service;
  readonly options: ApplyOptions;
  /** What should be known before applying. */
  readonly warnings: readonly string[];
}

/** What was chosen, with the options that were set, as a request. */
export function requestWith(
  { wanted }: Survey,
  request: Trial,
  chosen: readonly string[],
  settings: Readonly<Record<string, Readonly<Record<string, Json>>>>,
): ComposeRequest {
  const named = new Map(request.add.map((one) => [one.name, one]));
  for (const name of chosen) {
    const options = settings[name] ?? {};
    const before = wanted.features[name]?.options ?? {};
    const same = JSON.stringify(options) === JSON.stringify(before);
    if (!same) named.set(name, { ...(named.get(name) ?? { name }), options });
  }
  return { ...request, add: [...named.values()] };
}
