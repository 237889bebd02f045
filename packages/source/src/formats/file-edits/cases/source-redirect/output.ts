export async function charge(url: URL): Promise<Response> {
  const answer = await paymentsFetch(url, { method: 'POST' }); // once
  return answer.ok ? answer : paymentsFetch(url);
}

export const own = { fetch: (fetch: () => void) => fetch() };
