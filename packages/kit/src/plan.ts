import type { HostCode } from './host-code.ts';
import type { Json } from './json.ts';
import type { Framework } from './manifest.ts';
import type { Profile } from './profile.ts';
import type { SlotName, Slots } from './slots.ts';
import type { NoteStatement, Statement } from './statement.ts';
import type { Tier } from './tier.ts';

/** What a feature may decide with. */
export interface PlanContext<Options> {
  readonly host: Profile;
  readonly framework: Framework;
  readonly tier: Tier;
  /** Validated against the feature's options schema, defaults filled in. */
  readonly options: Options;
  /** Whether a feature or a capability is in the service once the plan is applied. A slot is the better way to meet. */
  readonly has: (name: string) => boolean;
  /** The texts of the files named in `reads`; `undefined` where there is none. */
  readonly inputs: Readonly<Record<string, string | undefined>>;
  /** What the files of `reads` that end in `.yaml` hold: one value for each YAML document. */
  readonly parsed: Readonly<Record<string, readonly Json[] | undefined>>;
  /** What the service's own code says: its routes, its calls of packages. Read when it is asked. */
  readonly code: HostCode;
}

/** What was contributed to a slot, sorted by the contributing feature's name and then by `name`. */
export type Contributed<S extends SlotName> = Slots[S] & { readonly feature: string };

/** Renders every contribution to a slot together. */
export type SlotRenderer<S extends SlotName, Options> = (
  contributions: readonly Contributed<S>[],
  context: PlanContext<Options>,
) => readonly Statement[];

/** A whole feature: what it says by itself, and how it renders the slots that it owns. */
export interface FeaturePlan<Options = Readonly<Record<string, Json>>> {
  /** Files of people's that the plan depends on, from the service's folder: `slo.yaml`. */
  readonly reads?: readonly string[];
  readonly statements: (context: PlanContext<Options>) => readonly Statement[];
  readonly slots?: { readonly [S in SlotName]?: SlotRenderer<S, Options> };
  /**
   * What people must know because the options differ from those applied last, such as data that was stored before.
   * Notes only: the files of a service never depend on what it was.
   */
  readonly notesOnChange?: (before: Options, context: PlanContext<Options>) => readonly NoteStatement[];
  /** What people must know once the feature is out, such as where data that it stored stays. */
  readonly notesOnRemoval?: (before: Options) => readonly NoteStatement[];
}

/** Declare a feature; the default export of its `plan.ts`. */
export function definePlan<Options = Readonly<Record<string, Json>>>(
  plan: FeaturePlan<Options>,
): FeaturePlan<Options> {
  return plan;
}
