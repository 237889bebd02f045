import { createBus } from './bus.ts';

type Types = {
  readonly 'lamp.light': { readonly input: { readonly lamp: string }; readonly result: number };
};

test('a type that is not there, or an input of another shape, does not compile', async () => {
  const bus = createBus<Types>();
  // @ts-expect-error there is no such type
  await expect(bus.send('lamp.brake', {})).rejects.toThrow(RangeError);
  // @ts-expect-error it needs the lamp
  await expect(bus.send('lamp.light', {})).rejects.toThrow(RangeError);
  // @ts-expect-error it comes to a number
  bus.handle('lamp.light', async () => 'bright');
});
