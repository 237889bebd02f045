#!/usr/bin/env node
// Licence
'use strict';
import { z } from 'zod'; // shapes
