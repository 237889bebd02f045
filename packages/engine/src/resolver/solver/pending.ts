/** A set of packages that is quick to add to, remove from and walk through. */
export interface Pending {
  readonly packages: number[];
  /** Package → its place in `packages`; absent ones have none. */
  readonly places: (number | undefined)[];
}

export function pendingPackages(): Pending {
  return { packages: [], places: [] };
}

export function addPending({ packages, places }: Pending, package_: number): void {
  places[package_] ??= packages.push(package_) - 1;
}

/** The last one takes the place of the one removed. */
export function removePending({ packages, places }: Pending, package_: number): void {
  const place = places[package_];
  if (place === undefined) return;
  places[package_] = undefined;
  const last = packages.pop();
  if (last === undefined || last === package_) return;
  packages[place] = last;
  places[last] = place;
}
