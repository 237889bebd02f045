import type { Express } from 'express';

export async function mount(app: Express): Promise<void> {
  app.get('/', (_, response) => response.send('hello'));
}
