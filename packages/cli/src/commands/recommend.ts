import { EXIT, type ExitCode, recommend as recommendFor, survey } from '@joinery/engine';
import type { Tier } from '@joinery/kit';
import { answerJson } from '../program/answer.ts';
import { type CommonOptions, placesOf, serviceOf } from '../program/options.ts';
import type { World } from '../program/world.ts';
import { recommendText } from '../terminal/recommend-text.ts';

export interface RecommendOptions extends CommonOptions {
  readonly tier?: Tier;
}

/** `joinery recommend`: what the service lacks for each tier, with evidence. */
export async function recommend(options: RecommendOptions, world: World): Promise<ExitCode> {
  const { terminal } = world;
  const surveyed = await survey(world.open(serviceOf(world, options), placesOf(world, options)));
  const found = recommendFor(surveyed, options.tier);
  if (options.json === true) answerJson(found, terminal);
  else terminal.out(recommendText(found, terminal.paint));
  return EXIT.done;
}
