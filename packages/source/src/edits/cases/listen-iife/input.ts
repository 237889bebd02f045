import express from 'express';

const app = express();

void (async () => {
	await Promise.resolve();
	app.listen(3000);
})();
