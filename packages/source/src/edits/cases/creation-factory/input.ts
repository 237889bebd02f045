import express from 'express';

export function createAtlas() {
  const atlas = express();
  atlas.use(express.json());
  return atlas;
}

createAtlas().listen(3000);
