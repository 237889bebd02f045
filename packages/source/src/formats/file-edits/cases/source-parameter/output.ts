import { Injectable } from '@nestjs/common';
import { Clock } from './clock.js';

@Injectable()
export class Orders {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}
}
