import { Injectable } from '@nestjs/common';

@Injectable()
export class Orders {
  constructor(
    private readonly store: Store,
  ) {}
}
