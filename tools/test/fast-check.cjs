// What tests get as fast-check: JOINERY_SEED is the seed of every property that names none, so that a run can be repeated.
const fastCheck = require('../../node_modules/fast-check/lib/cjs/fast-check.js');

const seed = Number(process.env.JOINERY_SEED);
if (process.env.JOINERY_SEED !== undefined && Number.isInteger(seed)) fastCheck.configureGlobal({ seed });

module.exports = fastCheck;
