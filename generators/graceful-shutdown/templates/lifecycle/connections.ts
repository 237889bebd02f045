import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Http2Session } from 'node:http2';
import type { Server } from 'node:net';

const SWEEP_INTERVAL_MS = 100;
const sessions = new WeakMap<Server, Set<Http2Session>>();

/** Remember the HTTP/2 sessions of a server, which it does not close itself. An HTTP/1 server has none. */
export function watchSessions(server: Server): void {
  const open = new Set<Http2Session>();
  sessions.set(server, open);
  server.on('session', (session: Http2Session) => {
    open.add(session);
    session.once('close', () => open.delete(session));
  });
}

/** Answer on `Connection: close` from now on, so that clients take their next request elsewhere. */
export function askToReconnect(server: Server): void {
  if (!server.listeners('request').includes(endConnection)) {
    server.prependListener('request', endConnection);
  }
}

/**
 * Close connections as they become idle, until the server has closed.
 * Doing it once is not enough: a keep-alive connection that is busy at that moment would stay for minutes.
 */
export function closeWhenIdle(server: Server): void {
  for (const session of sessions.get(server) ?? []) session.close();
  if (!closesIdleConnections(server)) return;
  server.closeIdleConnections();
  const timer = setInterval(() => server.closeIdleConnections(), SWEEP_INTERVAL_MS);
  timer.unref();
  server.once('close', () => clearInterval(timer));
}

function endConnection(request: IncomingMessage, response: ServerResponse): void {
  if (request.httpVersionMajor === 1) response.setHeader('Connection', 'close');
}

/** Of HTTP/1 servers only. */
function closesIdleConnections(
  server: Server,
): server is Server & { closeIdleConnections(): void } {
  return 'closeIdleConnections' in server;
}
