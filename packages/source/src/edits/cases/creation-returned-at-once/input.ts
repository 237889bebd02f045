import express from 'express';

const build = () => express();

const atlas = build();
atlas.listen(3000);
