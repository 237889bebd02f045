export interface Answer {
	readonly status: number;
	readonly text: string;
}

/** What the service says to a request. */
export function answer(method: string | undefined, url: string | undefined, body: string): Answer {
	if (method !== 'POST') return { status: 405, text: 'POST something' };
	if (url === '/loud') return { status: 200, text: body.toUpperCase() };
	if (url === '/') return { status: 200, text: body };
	return { status: 404, text: 'there is / and /loud' };
}
