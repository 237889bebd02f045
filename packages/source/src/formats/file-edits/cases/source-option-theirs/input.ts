import express from 'express';
express().use(express.json({ limit: '5mb' }));
