import { Router } from 'express';

export const routerOf = (_: new () => object) => Router();
