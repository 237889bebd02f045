import express from 'express';

const app = process.env.LEGACY ? express() : express().use(express.json());
app.listen(3000);
