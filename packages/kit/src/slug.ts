/**
 * The name of a service or an alert as part of a file's name or an identifier: lower case, words joined with `-`, without an
 * npm scope.
 *
 * @example slug('@shop/orders-api') // 'orders-api'
 * @example slug('HighLatencyP99') // 'high-latency-p99'
 */
export function slug(name: string): string {
  return name
    .replace(/^@[^/]*\//, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
