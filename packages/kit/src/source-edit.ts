/** An import of one name. It is taken out again only when nothing uses the name any more. */
export interface ImportEdit {
  readonly kind: 'import';
  /** As the file writes it, `./order-events.js`, or a file of the platform folder: `#host/http/check-request`. */
  readonly module: string;
  readonly name: string;
  readonly typeOnly?: boolean;
}

/** An item of an array that a constant holds: `handlers` and `shipOrder`. */
export interface ItemEdit {
  readonly kind: 'item';
  readonly of: string;
  readonly text: string;
}

/** An entry of an object that a constant holds: `upcasters`, `OrderShipped` and the code of its value. */
export interface PropertyEdit {
  readonly kind: 'property';
  readonly of: string;
  readonly name: string;
  readonly text: string;
}

/** A member of a class; `text` is all of it, two spaces a level. */
export interface MemberEdit {
  readonly kind: 'member';
  readonly of: string;
  readonly name: string;
  readonly text: string;
}

/** A parameter of a class's constructor; `text` is all of it: `private readonly clock: Clock`. */
export interface ParameterEdit {
  readonly kind: 'parameter';
  readonly of: string;
  readonly name: string;
  readonly text: string;
}

/** An item of a list in what a decorator of a class is given: `AppModule`, `Module`, `providers` and `Clock`. */
export interface MetadataEdit {
  readonly kind: 'metadata';
  readonly of: string;
  readonly on: string;
  readonly property: string;
  readonly text: string;
}

/** A line of an index file that passes on another file: all of it, or some names. */
export interface ReExportEdit {
  readonly kind: 're-export';
  readonly module: string;
  readonly names?: readonly string[];
}

/** A statement of a function of the file's top level: its first, or its last before what it returns. */
export interface StatementEdit {
  readonly kind: 'statement';
  /** A function, or a constant that holds one. */
  readonly of: string;
  readonly where: 'first' | 'last';
  /** Without a semicolon: `registerOrders(registry)`. */
  readonly text: string;
}

/** A call around what a constant is set to: `traced` around that of `handle`. */
export interface WrapEdit {
  readonly kind: 'wrap';
  readonly of: string;
  /** The function that is called with it. */
  readonly with: string;
}

/** Which call of a file an edit is about. */
interface CallPlace {
  /** The callee as it is written: `express.json`, `router.post`. */
  readonly of: string;
  /** The text of its first argument; empty where there is none, or an object in braces. */
  readonly first: string;
  /** Which of those that are written so: 0 is the first of the file, or of `within`. */
  readonly nth: number;
  /** The class and method that hold it, for decorators: `OrdersController.place`. `first` does not count then. */
  readonly within?: string;
}

/** An option of a call: an entry of the object that is its only argument, which is made where there is none. */
export interface OptionEdit extends CallPlace {
  readonly kind: 'option';
  readonly name: string;
  readonly text: string;
}

/** An argument of a call: the last one, or the one before what is the last. */
export interface PassEdit extends CallPlace {
  readonly kind: 'pass';
  readonly where: 'last' | 'before-last';
  readonly text: string;
}

/** All calls of a function in a file become calls of another one: `fetch` and `paymentsFetch`. */
export interface RedirectEdit {
  readonly kind: 'redirect';
  readonly of: string;
  readonly with: string;
}

/**
 * What all calls of a function or method in a file belong to is put into a call: `axios.get(…)` becomes
 * `paymentsAxios(axios).get(…)`, `request(…)` becomes `paymentsRequest(request)(…)`.
 */
export interface SurroundEdit {
  readonly kind: 'surround';
  /** The callee as it is written: `axios.get`. */
  readonly of: string;
  /** The part of it that is put into the call: all of it, or what stands before its last point. */
  readonly part: 'callee' | 'owner';
  /** The function that is called with it. */
  readonly with: string;
}

/**
 * Each call of `console` becomes one of a logger, which is imported from `module`: `logger.info({ port }, 'listening')`.
 * What cannot be said in that way stays as it is.
 */
export interface LogCallsEdit {
  readonly kind: 'log-calls';
  /** As the file writes it: `../platform/logging/service-logger.js`. */
  readonly module: string;
  readonly name: string;
}

/** A member of a union type: `OrderEvent` and `OrderShipped`. */
export interface UnionMemberEdit {
  readonly kind: 'union-member';
  readonly of: string;
  readonly text: string;
}

/**
 * One change to a TypeScript file that people own, found by what its names are bound to at the top level of the file.
 * Kinds sort so that an import is made before what uses it, and taken out after it.
 */
export type SourceEdit =
  | ImportEdit
  | ItemEdit
  | LogCallsEdit
  | MemberEdit
  | MetadataEdit
  | OptionEdit
  | ParameterEdit
  | PassEdit
  | PropertyEdit
  | RedirectEdit
  | ReExportEdit
  | StatementEdit
  | SurroundEdit
  | UnionMemberEdit
  | WrapEdit;
