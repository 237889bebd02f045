export const handle = traced(async (order: Order) => {
  await place(order); // now
});
export const app = secured(express() as App);
