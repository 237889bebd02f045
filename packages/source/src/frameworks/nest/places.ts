import { afterCreation, onlyApp } from '../app-places.ts';
import { type FindPlaces, isProblem } from '../place.ts';
import { moduleImports } from './module-imports.ts';

const KIND = {
  package: '@nestjs/core',
  creates: (library: string) => library === '@nestjs/core.NestFactory.create',
};

/** The platform module is imported by the root module; the app is supervised as soon as it exists. */
export const nestPlaces: FindPlaces = (context, wiring) => {
  const app = onlyApp(context, KIND, 'Nest');
  if (wiring.kind !== 'import-nest-module' || isProblem(app)) return afterCreation(app, 'Nest');
  return moduleImports(context.sources, app.creation);
};
