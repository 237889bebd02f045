class Orders extends Base {}
