import { Router } from 'express';

export const orderRoutes = Router();
