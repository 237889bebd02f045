class Orders {
  constructor(private readonly store: Store, private readonly clock: Clock) {
    store.open();
  }
}
class Bare {
  constructor(private readonly clock: Clock) {}
}
