export { describe, it } from '@jest/globals';
