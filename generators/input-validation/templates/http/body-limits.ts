/** How much of a body is taken. */
export interface BodyLimits {
  readonly bytes: number;
  /** How deeply objects and lists may be nested. */
  readonly depth: number;
}

export const BODY_LIMITS: BodyLimits = { bytes: 102_400, depth: 20 };
