export const load = async () => [];
