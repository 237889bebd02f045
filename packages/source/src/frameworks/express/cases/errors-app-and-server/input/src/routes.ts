import { Router } from 'express';

export const routes = [{ path: '/tiles', router: Router() }];
