class Orders {
  @Put()
  change(@Body() order: Order) {}

  @Post()
  place(@Body(valid(postOrders)) order: Order) {}
}
