/** `percent` off, rounded to whole cents. */
export function discounted(cents: number, percent: number): number {
  return Math.round(cents * (1 - Math.min(Math.max(percent, 0), 100) / 100));
}
