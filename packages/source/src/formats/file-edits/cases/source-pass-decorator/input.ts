class Orders {
  @Put()
  change(@Body() order: Order) {}

  @Post()
  place(@Body() order: Order) {}
}
