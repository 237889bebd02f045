import { type Agent, request } from 'node:http';

export interface Response {
  readonly status: number;
  readonly body: string;
}

/** Fetch a page, on a connection of its own unless an agent keeps one. */
export function get(url: string, agent?: Agent): Promise<Response> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { agent: agent ?? false }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      response.on('error', reject);
    });
    asking.on('error', reject).end();
  });
}

/** Say whether a page answers with a status; one that cannot be reached does not. */
export async function answers(url: string, status: number): Promise<boolean> {
  return get(url).then(
    (response) => response.status === status,
    () => false,
  );
}
