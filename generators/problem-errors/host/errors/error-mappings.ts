import { ownMappings } from '../../templates/errors/own-mappings.ts';

export const errorMappings = ownMappings;
