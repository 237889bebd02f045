export const handle = async (order: Order) => {
  await place(order); // now
};
export const app = express() as App;
