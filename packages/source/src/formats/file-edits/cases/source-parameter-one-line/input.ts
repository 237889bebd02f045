class Orders {
  constructor(private readonly store: Store) {
    store.open();
  }
}
class Bare {}
