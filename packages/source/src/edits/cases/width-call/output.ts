import './platform/config/env.js';
import express from 'express';
import {
  installPlatform,
  installPlatformErrors,
  superviseServer,
} from './platform/index.js';

export class Reservations {
  private readonly reservationsApplication = express();

  constructor() {
    installPlatform(this.reservationsApplication);
    if (process.env.HOST) {
      console.log('here');
    }
  }

  start() {
    installPlatformErrors(
      this.reservationsApplication,
    );
    const server = this.reservationsApplication.listen(3000);
    superviseServer(server);
  }
}
