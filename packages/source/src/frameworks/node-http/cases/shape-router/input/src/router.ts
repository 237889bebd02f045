import type { RequestListener } from 'node:http';

export class Router {
  private readonly routes = new Map<string, RequestListener>();

  add(path: string, listener: RequestListener): void {
    this.routes.set(path, listener);
  }

  handle(...[request, response]: Parameters<RequestListener>): void {
    this.routes.get(request.url ?? '')?.(request, response);
  }
}
