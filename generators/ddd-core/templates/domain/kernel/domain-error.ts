/** A rule of the domain said no. Its message may be shown to whoever asked: it holds no secret. */
export abstract class DomainError extends Error {
  /** For programs; it stays the same when the message is worded anew: `order.already-paid`. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = new.target.name;
    this.code = code;
  }
}

/** A value that the domain does not accept. */
export class InvalidError extends DomainError {}

/** What was asked for does not exist, or not any more. */
export class NotFoundError extends DomainError {}

/** It exists, and this actor may not do that with it. */
export class ForbiddenError extends DomainError {}

/** The present state does not allow it: it is done already, or someone else was quicker. */
export class ConflictError extends DomainError {}

/** It is not in the state (the version) in which the caller said it must be. */
export class PreconditionError extends DomainError {}
