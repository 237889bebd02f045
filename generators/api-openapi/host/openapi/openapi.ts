import { buildDocument } from '../../templates/openapi/document.ts';

export const openapi = buildDocument('lamps', '1.0.0', []);
