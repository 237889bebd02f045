import type { Attempt, Composed, Plan, Survey, TierGap, Trial } from '@joinery/engine';
import type { Json } from '@joinery/kit';
import type { FeatureRow } from './feature-row.ts';
import type { OptionField } from './option-field.ts';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Everything the composer knows; each key press makes the next one. */
export interface State {
  readonly survey: Survey;
  readonly rows: readonly FeatureRow[];
  readonly gaps: readonly TierGap[];
  /** Names of features that do not fit at the chosen tier, whatever else is ticked. */
  readonly blocked: ReadonlySet<string>;
  readonly request: Trial;
  /** What the request leads to; worked out anew with every tick. */
  readonly attempt: Attempt;
  /** Feature → option → value, as typed here or said in joinery.json. */
  readonly settings: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly screen: Screen;
  /** A text laid over the screen. */
  readonly reading?: { readonly what: 'help' | 'details'; readonly scroll: number };
  readonly size: Size;
  /** What should be known before applying, such as uncommitted changes. */
  readonly warnings: readonly string[];
}

export type Screen =
  | { readonly kind: 'features'; readonly cursor: number; readonly search: string }
  | OptionsScreen
  | { readonly kind: 'working'; readonly what: string; readonly back: Screen }
  | PlanScreen
  | {
      readonly kind: 'stopped';
      readonly composed: Exclude<Composed, { kind: 'plan' }>;
      readonly scroll: number;
      readonly back: Screen;
    }
  | ApplyScreen;

export interface OptionsScreen {
  readonly kind: 'options';
  readonly fields: readonly OptionField[];
  /** One past the last field is the way on. */
  readonly cursor: number;
  /** What has been typed into the field so far. */
  readonly typed?: string;
  readonly back: Screen;
}

export interface PlanScreen {
  readonly kind: 'plan';
  readonly plan: Plan;
  /** Index of a change; one past the last is the way on. */
  readonly cursor: number;
  /** The diff of the change under the cursor is open, scrolled by so many lines. */
  readonly diff?: number;
  /** Milliseconds that working out the plan took. */
  readonly took: number;
  readonly back: Screen;
}

export interface ApplyScreen {
  readonly kind: 'applying';
  readonly plan: Plan;
  readonly steps: readonly AppliedStep[];
  readonly cancelling: boolean;
  /** Milliseconds; when the screen was last told the time. */
  readonly now: number;
}

export interface AppliedStep {
  readonly text: string;
  /** Milliseconds. */
  readonly from: number;
  readonly until?: number;
}

/** What happens outside the composer's own state. */
export type Effect =
  | { readonly kind: 'load-options' }
  | { readonly kind: 'plan' }
  | { readonly kind: 'apply'; readonly plan: Plan }
  | { readonly kind: 'abort' }
  | { readonly kind: 'leave' };

/** The next state, and what must be done for it. */
export interface Step {
  readonly state: State;
  readonly effect?: Effect;
}
