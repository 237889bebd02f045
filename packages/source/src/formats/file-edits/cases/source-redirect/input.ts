export async function charge(url: URL): Promise<Response> {
  const answer = await fetch(url, { method: 'POST' }); // once
  return answer.ok ? answer : fetch(url);
}

export const own = { fetch: (fetch: () => void) => fetch() };
