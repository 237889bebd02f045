import express from 'express';

const app = express();
const port = Number(process.env.PORT ?? 3000);

app.listen(port, () => {
  console.log(`listening on ${port}`); // once it is up
  console.info("it's on");
  console.debug('port ' + port);
  console.warn(port > 1024 ? 'fine' : 'privileged');
  console.error(
    // nobody should see this
    'failed',
  );
  console.log();
  console.log(JSON.stringify({ port }));
});
