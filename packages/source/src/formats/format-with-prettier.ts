import type { Json } from '@joinery/kit';

/** Format TypeScript with the host's own Prettier options. Prettier is loaded on first use. */
export async function formatWithPrettier(
  text: string,
  options: Readonly<Record<string, Json>>,
): Promise<string> {
  const [{ format }, typescript, estree] = await Promise.all([
    import('prettier/standalone'),
    import('prettier/plugins/typescript'),
    import('prettier/plugins/estree'),
  ]);
  return format(text, { ...options, parser: 'typescript', plugins: [typescript, estree.default ?? estree] });
}
