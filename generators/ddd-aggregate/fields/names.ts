/** `OrderLine` → `order-line`. */
export function kebab(name: string): string {
  return name.replace(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase();
}

/** `OrderLine` → `orderLine`. */
export function camel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** `paidAt` → `PaidAt`. */
export function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `OrderLine` → `order lines`; in sentences and, with underscores, as the name of a table. */
export function plural(name: string): string {
  const words = kebab(name).replace(/-/g, ' ');
  if (/(?:s|x|z|ch|sh)$/.test(words)) return `${words}es`;
  return /[^aeiou]y$/.test(words) ? `${words.slice(0, -1)}ies` : `${words}s`;
}

/** `OrderLine` → `order line`, with its article. */
export function withArticle(name: string): string {
  const words = kebab(name).replace(/-/g, ' ');
  return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
}

/** What TypeScript keeps for itself, or is everywhere already. */
const RESERVED = new Set(
  `any arguments as async await boolean break case catch class const constructor continue debugger declare default delete do
  else enum eval export extends false finally for from function get if implements import in instanceof interface is let module
  namespace never new null number object of package private protected public readonly require return set static string super
  switch symbol this throw true try type typeof undefined unknown var void while with yield
  array bigint date error event function infinity json map math nan promise proxy record reflect regexp request response set
  weakmap weakset partial pick omit required fact envelope entity aggregateroot domainevent domainerror eventcontext
  identifier idsource kernel values origin result valueobject invaliderror notfounderror forbiddenerror conflicterror preconditionerror`.split(
    /\s+/,
  ),
);

export function isReserved(name: string): boolean {
  return RESERVED.has(name.toLowerCase());
}

/** What every aggregate, entity and value object has already. */
const MEMBERS = new Set(
  'id version originalVersion uncommitted markCommitted apply when replay restore equals props state toJSON toString valueOf constructor prototype hasOwnProperty'.split(
    ' ',
  ),
);

export function isMember(name: string): boolean {
  return MEMBERS.has(name);
}
