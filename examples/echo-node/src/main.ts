import { createServer } from 'node:http';
import { answer } from './answer.js';

const port = Number(process.env.PORT ?? 4350);

const server = createServer(async (request, response) => {
	const { status, text } = answer(request.method, request.url, await read(request));
	response.writeHead(status, { 'content-type': 'text/plain' }).end(text);
});

server.listen(port, '127.0.0.1', () => {
	console.log(`echo on ${port}`);
});

async function read(request: AsyncIterable<Buffer>): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk);
	return Buffer.concat(chunks).toString('utf8');
}
