import express from 'express';

function main() {
	const app = express();
	if (app) {
		app.listen(3000);
	}
}
main();
