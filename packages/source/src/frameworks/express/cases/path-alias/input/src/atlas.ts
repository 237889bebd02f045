import express from 'express';

const atlas = express();

export { atlas as default };
