import express from 'express';

const app = /* one */ express(/* no options */); // two

app
  // three
  .listen(/* four */ 3000, /* five */); // six
