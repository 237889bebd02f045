import { storeIn } from '../../event-store/contract/events.ts';
import { openStorage } from '../../event-store/contract/open-storage.ts';
import { createProjections } from '../templates/projections/projections.ts';
import { counts } from './counts.ts';

/* Keeps a view up to date until it is killed; prints a line for every event. */
const [place = '', version = '1'] = process.argv.slice(2);
const storage = openStorage(place);
const log = { error: (message: string) => process.stderr.write(`${message}\n`) };
const projection = counts(Number(version));
const handle: typeof projection.handle = async (event, view) => {
  await projection.handle(event, view);
  console.log(event.id);
};
const projections = [{ ...projection, handle }];
createProjections({ storage, events: storeIn(storage), projections, pollMs: 20, log }).start();
