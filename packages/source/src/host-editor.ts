import type { HostEditor } from '@joinery/engine';
import { editDotenv } from './formats/dotenv.ts';
import { editJson } from './formats/json.ts';
import { merge } from './formats/merge.ts';
import { editPackage } from './formats/package-json.ts';
import { restyle } from './formats/restyle.ts';
import { compose } from './frameworks/compose.ts';
import { wire } from './wire/wire.ts';

/** Every way of changing text. ts-morph is loaded by the first call that must read source code. */
export function createHostEditor(): HostEditor {
  return { composePlatform: compose, wire, restyle, merge, editPackage, editJson, editDotenv };
}
