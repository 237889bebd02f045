const DEFAULT_PORT = 4320;

export function port(): number {
  const { PORT } = process.env;
  return PORT === undefined || PORT === '' ? DEFAULT_PORT : Number(PORT);
}
