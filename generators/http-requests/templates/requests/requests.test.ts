import { once } from 'node:events';
import { createServer } from 'node:http';
import { send } from '../../fixtures/recorder.ts';
import { createRequests, type RequestObserver } from './requests.ts';

async function ask(observers: readonly RequestObserver[], path = '/orders/1'): Promise<void> {
  const requests = createRequests(observers);
  const server = createServer((request, response) => {
    requests.begin(request, response, () => '/orders/:id')(() => response.end('ok'));
  }).listen(0);
  await once(server, 'listening');
  await send(server, ['GET', path]);
  server.close();
  await once(server, 'close');
}

test('an observer that throws is warned about and harms neither the request nor the others', async () => {
  const warned = jest.spyOn(process, 'emitWarning').mockReturnValue();
  const ends: string[] = [];
  const fail = () => {
    throw new Error('broken');
  };
  await ask([
    { begin: fail },
    { begin: () => ({ end: fail }) },
    { begin: () => ({ end: ({ route, status }) => void ends.push(`${route} ${status}`) }) },
  ]);
  expect(ends).toEqual(['/orders/:id 200']);
  expect(warned).toHaveBeenCalledTimes(2);
  warned.mockRestore();
});

test('each observer is told of probes, sees the fields of the others, and wraps those behind it', async () => {
  const seen: string[] = [];
  const wrap = (name: 'trace_id' | 'span_id'): RequestObserver => ({
    begin: ({ probe, fields }) => {
      fields[name] = 'yes';
      return {
        run: (inner) => {
          seen.push(`enter ${name}`);
          return inner();
        },
        end: ({ durationMs }) =>
          void seen.push(`${name} ${probe} ${Object.keys(fields).join()} ${durationMs > 0}`),
      };
    },
  });
  await ask([wrap('trace_id'), wrap('span_id')], '/health/live');
  expect(seen).toEqual([
    'enter trace_id',
    'enter span_id',
    'trace_id true trace_id,span_id true',
    'span_id true trace_id,span_id true',
  ]);
});
