import childProcess from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import type { Catalog, Feature } from '@joinery/engine';

/** What feature code did that a plan may not: `health: fs.readFileSync`. */
export interface WatchedCatalog {
  readonly catalog: Catalog;
  readonly trespasses: ReadonlySet<string>;
}

/**
 * Watch every plan of a catalog's features while it runs: it may reach no disk, network or process, and nothing that
 * differs from one run to the next.
 */
export function watchedCatalog(catalog: Catalog): WatchedCatalog {
  const trespasses = new Set<string>();
  return {
    trespasses,
    catalog: {
      ...catalog,
      load: async (name, version) => watched(await catalog.load(name, version), trespasses),
    },
  };
}

function watched(feature: Feature, trespasses: Set<string>): Feature {
  const { plan, name } = feature;
  const { notesOnChange, notesOnRemoval } = plan;
  const slots = Object.entries(plan.slots ?? {}).map(([slot, render]) => {
    return [
      slot,
      (...args: readonly unknown[]) => guarded(name, trespasses, () => Reflect.apply(render, plan, args)),
    ];
  });
  return {
    ...feature,
    plan: {
      ...plan,
      statements: (context) => guarded(name, trespasses, () => plan.statements(context)),
      slots: Object.fromEntries(slots),
      ...(notesOnChange && {
        notesOnChange: (before, context) =>
          guarded(name, trespasses, () => notesOnChange.call(plan, before, context)),
      }),
      ...(notesOnRemoval && {
        notesOnRemoval: (before) => guarded(name, trespasses, () => notesOnRemoval.call(plan, before)),
      }),
    },
  };
}

/** Run feature code with everything forbidden replaced by what records the call. */
function guarded<T>(feature: string, trespasses: Set<string>, run: () => T): T {
  const restore = forbidden().flatMap(([label, owner, key]) => {
    const original = Object.getOwnPropertyDescriptor(owner, key);
    if (original === undefined || original.configurable !== true || typeof original.value !== 'function')
      return [];
    const value = (...args: readonly unknown[]): unknown => {
      trespasses.add(`${feature}: ${label}.${key}`);
      return Reflect.apply(original.value, owner, args);
    };
    Object.defineProperty(owner, key, { ...original, value });
    return [() => Object.defineProperty(owner, key, original)];
  });
  try {
    return run();
  } finally {
    for (const each of restore) each();
  }
}

type Forbidden = readonly [label: string, owner: object, key: string];

function forbidden(): readonly Forbidden[] {
  const modules = Object.entries({ fs, child_process: childProcess, http, net });
  return [
    ...modules.flatMap(([label, owner]) => Object.keys(owner).map((key): Forbidden => [label, owner, key])),
    ['Math', Math, 'random'],
    ['Date', Date, 'now'],
    ['process', process, 'cwd'],
    ['process', process, 'hrtime'],
    ['performance', performance, 'now'],
    ['globalThis', globalThis, 'fetch'],
    ['globalThis', globalThis, 'setTimeout'],
  ];
}
