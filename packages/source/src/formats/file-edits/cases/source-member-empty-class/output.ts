export class Orders {
  readonly clock = Date;
}
