import { code, from } from '@joinery/kit';
import { composeApp } from '../compose-app.ts';

/** Render `index.ts`: the instances, what is mounted on the app, and what the server needs. */
export const composeExpress = composeApp(code`${from('Application', 'express', 'type')}`);
