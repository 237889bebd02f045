import type { ServerResponse } from 'node:http';
import { keptHeaders, type SentAnswer } from './http.ts';

/** An answer that is made, and not sent before that is allowed. */
export interface HeldAnswer {
  /** When the handler is done with it. */
  readonly made: Promise<SentAnswer>;
  /** Send it; or, where no handler made it, another one. */
  send(answer: SentAnswer): void;
  /** Let the response answer for itself again, as if nothing had been made. */
  release(): void;
}

/** Hold what is written to a response back. */
export function holdAnswer(response: ServerResponse): HeldAnswer {
  const { writeHead, write, end } = response;
  const chunks: Buffer[] = [];
  let isMade = false;
  let tell: (answer: SentAnswer) => void;
  const made = new Promise<SentAnswer>((resolve) => {
    tell = resolve;
  });
  const keep = (chunk: unknown): void => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const release = (): void => {
    Object.assign(response, { writeHead, write, end });
  };
  Object.assign(response, {
    writeHead: (status: number, ...more: readonly unknown[]): ServerResponse => {
      response.statusCode = status;
      setHeaders(response, more.at(-1));
      return response;
    },
    write: (chunk: unknown): boolean => {
      keep(chunk);
      return true;
    },
    end: (chunk?: unknown): ServerResponse => {
      keep(chunk);
      isMade = true;
      tell({
        status: response.statusCode,
        headers: keptHeaders((name) => response.getHeader(name)),
        text: Buffer.concat(chunks).toString(),
      });
      return response;
    },
  });
  return {
    made,
    release,
    send: ({ status, headers, text }) => {
      release();
      if (isMade) {
        response.end(Buffer.concat(chunks));
        return;
      }
      response.writeHead(status, headers);
      response.end(text);
    },
  };
}

function setHeaders(response: ServerResponse, headers: unknown): void {
  if (typeof headers !== 'object' || headers === null) return;
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === 'string' || typeof value === 'number') response.setHeader(name, value);
    if (Array.isArray(value)) response.setHeader(name, value.map(String));
  }
}
