import { Router } from 'express';

export const parcels = Router();
