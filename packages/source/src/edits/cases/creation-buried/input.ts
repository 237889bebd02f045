import { createServer } from 'node:http';
import express from 'express';

createServer(express().use(express.json())).listen(3000);
