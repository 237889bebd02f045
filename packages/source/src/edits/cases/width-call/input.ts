import express from 'express';

export class Reservations {
  private readonly reservationsApplication = express();

  constructor() {
    if (process.env.HOST) {
      console.log('here');
    }
  }

  start() {
    this.reservationsApplication.listen(3000);
  }
}
