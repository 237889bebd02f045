import express from 'express';

/** @type {import('express').Express} */
const app = express();

/** Serve. */
app.listen(3000);
