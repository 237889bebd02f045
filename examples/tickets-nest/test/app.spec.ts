import type { AddressInfo } from 'node:net';
import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { AppModule } from '../src/app.module';

describe('the service', () => {
  let app: INestApplication;
  let url: string;

  beforeAll(async () => {
    const module = await Test.createTestingModule({ imports: [AppModule] }).compile();
    app = module.createNestApplication();
    await app.listen(0);
    url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  });

  afterAll(() => app.close());

  it('opens a ticket and gives it back', async () => {
    const body = JSON.stringify({ subject: 'The lamp flickers' });
    const headers = { 'content-type': 'application/json' };
    const opened = await fetch(`${url}/tickets`, { method: 'POST', headers, body });
    expect(opened.status).toBe(201);
    expect(await (await fetch(`${url}/tickets/1`)).json()).toEqual(await opened.json());
  });

  it('does not know every ticket', async () => {
    expect((await fetch(`${url}/tickets/77`)).status).toBe(404);
  });
});
