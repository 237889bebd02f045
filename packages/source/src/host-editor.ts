import type { HostEditor } from '@joinery/engine';
import { editDotenv } from './formats/dotenv.ts';
import { editJson } from './formats/json.ts';
import { merge } from './formats/merge.ts';
import { editPackage } from './formats/package-json.ts';
import { restyle } from './formats/restyle.ts';
import { compose } from './frameworks/compose.ts';
import { loadMorph } from './syntax/morph.ts';
import { wire } from './wire/wire.ts';

/** Load every way of changing text. It is asynchronous because ts-morph is only loaded here. */
export async function loadHostEditor(): Promise<HostEditor> {
  await loadMorph();
  return { composePlatform: compose, wire, restyle, merge, editPackage, editJson, editDotenv };
}
