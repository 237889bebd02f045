import Fastify from 'fastify';
import { options } from './options';
export const app = Fastify(options);
