import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get, type OutgoingHttpHeaders, type RequestOptions } from 'node:http';
import { freePort } from '../../running/free-port.ts';

/** A service under measurement. */
export interface Measured {
  /** Send requests over a few connections and return the CPU time that the process took for each, in microseconds. */
  run(path: string, requests: number, headers?: OutgoingHttpHeaders): Promise<number>;
  stop(): Promise<void>;
}

/** A service ready to start. */
export interface Built {
  readonly outfile: string;
  readonly cwd: string;
}

const CONNECTIONS = 10;
/** MEASURED_NODE names another Node.js than this one (npx sets NODE itself), CORE the processor for all services (Linux). */
const { MEASURED_NODE: NODE = process.execPath, CORE } = process.env;
const TELLS_CPU = 'data:text/javascript,process.on("message",()=>process.send(process.cpuUsage()))';

export async function startMeasured({ outfile, cwd }: Built): Promise<Measured> {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const [command, ...before] = CORE === undefined ? [NODE] : ['taskset', '-c', CORE, NODE];
  const child = spawn(command, [...before, '--import', TELLS_CPU, outfile], {
    cwd,
    env: {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
      PORT: String(port),
      METRICS_PORT: String(metricsPort),
      OTEL_EXPORTER_OTLP_ENDPOINT: process.env.COLLECTOR ?? 'http://127.0.0.1:9',
    },
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  });
  // Somebody reads the log, as in a container.
  child.stdout?.resume();
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const ask = (path: string, headers: OutgoingHttpHeaders = {}) =>
    askOnce(`http://127.0.0.1:${port}${path}`, { agent, headers });
  while (!(await ask('/relay/1'))) await new Promise((resolve) => setTimeout(resolve, 50));
  return {
    run: async (path, requests, headers) => {
      const before = await cpuOf(child);
      let sent = 0;
      const client = async () => {
        while (sent++ < requests) await ask(`${path}${sent}`, headers);
      };
      await Promise.all(Array.from({ length: CONNECTIONS }, client));
      return ((await cpuOf(child)) - before) / requests;
    },
    stop: async () => {
      agent.destroy();
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

async function cpuOf(child: ChildProcess): Promise<number> {
  child.send('cpu');
  const [{ user, system }] = (await once(child, 'message')) as [NodeJS.CpuUsage];
  return user + system;
}

function askOnce(url: string, options: RequestOptions): Promise<boolean> {
  return new Promise((resolve) => {
    get(url, options, (response) => {
      response.resume().once('end', () => resolve(true));
    }).once('error', () => resolve(false));
  });
}
