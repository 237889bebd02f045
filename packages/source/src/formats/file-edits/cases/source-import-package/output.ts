#!/usr/bin/env node
// Licence
'use strict';
import { ZodError, z } from 'zod'; // shapes
import type { EventEmitter } from 'node:events';
