router.post('/', check(postOrders), (request, response) => {
  response.status(201).json(place(request.body));
});
