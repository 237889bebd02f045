/** Ask the bank. */
export async function charge(url: string): Promise<boolean> {
  return (await fetch(url)).ok;
}
