import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pc from 'picocolors';
import { freePort } from '../running/free-port.ts';
import { answers, get } from '../running/get.ts';
import { startService } from '../running/service.ts';
import { say, shown } from './narrate.ts';

const ORDER = { customerId: 'c-100', lines: [{ product: 'lamp', quantity: 2, unitPrice: 1_950 }] };

/** Start the service, show what it says about itself, and end it as an orchestrator would. */
export async function visit(folder: string): Promise<void> {
  await shown('npm run build', { in: folder, quiet: true });
  const { scripts }: { readonly scripts: { readonly start: string } } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const metricsPort = await freePort();
  const env = { METRICS_PORT: String(metricsPort), HOST: 'localhost' };
  const service = startService(scripts.start.split(' '), { cwd: folder, env }, await freePort());
  try {
    await service.until('it was ready', () => answers(`${service.url}/health/ready`, 200));
    await useIt(service.url);
    await show(`${service.url}/health/live`);
    await show(`${service.url}/health/ready`);
    await show(`http://localhost:${metricsPort}/metrics`, /^http_server_request_duration_seconds_count/);
    service.signal('SIGTERM');
    say(`\n${pc.dim('SIGTERM:')} it ends with exit code ${await service.exit}`);
  } finally {
    await service.stop();
  }
}

/** Take two orders, read each, and ask for a page that is not there. */
async function useIt(url: string): Promise<void> {
  const headers = { 'content-type': 'application/json', connection: 'close' };
  for (const body of [ORDER, ORDER].map((order) => JSON.stringify(order))) {
    const { id } = (await (await fetch(`${url}/orders`, { method: 'POST', headers, body })).json()) as {
      readonly id: string;
    };
    await get(`${url}/orders/${id}`);
  }
  await get(`${url}/nowhere`);
}

/** Print a page, or the lines of it that matter here. */
async function show(url: string, lines = /./): Promise<void> {
  const { status, body } = await get(url);
  say(pc.dim(`\n$ curl ${url}`));
  say(pc.green(String(status)));
  say(
    body
      .split('\n')
      .filter((line) => lines.test(line))
      .map((line) => `  ${line}`)
      .join('\n'),
  );
}
