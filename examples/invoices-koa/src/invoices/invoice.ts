/** What is owed, in cents. */
export interface Invoice {
  readonly number: string;
  readonly customer: string;
  readonly lines: readonly InvoiceLine[];
}

export interface InvoiceLine {
  readonly text: string;
  readonly cents: number;
}

export function total({ lines }: Invoice): number {
  return lines.reduce((sum, { cents }) => sum + cents, 0);
}

/** Read an invoice that somebody sent; `undefined` when it is none. */
export function readInvoice(number: string, body: unknown): Invoice | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { customer, lines } = body as Partial<Invoice>;
  if (typeof customer !== 'string' || !Array.isArray(lines)) return undefined;
  return lines.every(isLine) ? { number, customer, lines } : undefined;
}

function isLine(line: Partial<InvoiceLine>): boolean {
  return typeof line?.text === 'string' && Number.isInteger(line.cents);
}
