import createApplication from 'express';

const atlas = createApplication();
atlas.listen(3000);
