// @ts-check

/**
 * @typedef {import('./modules-in.mjs').Module} Module
 * @typedef {{ name: string, folders: string[], mayImport: string[], packages?: string[] }} Layer
 * @typedef {{ root: string, layers: Layer[], contexts?: { folder: string, door: string }, cycles?: 'forbidden' | 'allowed' }} Rules
 * @typedef {{ key: string, place: string, says: string }} Violation
 */

/**
 * Find what the rules forbid. A violation's key has no line, so that it stays the same when the file changes elsewhere.
 *
 * @param {readonly Module[]} modules
 * @param {Rules} rules
 * @returns {readonly Violation[]}
 */
export function violationsOf(modules, rules) {
  const found = modules.flatMap((module) =>
    module.uses.flatMap((use) =>
      faultsOf(module, use, rules).map(([key, says]) => ({
        key: `${module.path} ${key}`,
        place: `${module.path}:${use.line}`,
        says,
      })),
    ),
  );
  const all = rules.cycles === 'allowed' ? found : [...found, ...cyclesOf(modules)];
  return [...new Map(all.map((one) => [one.key, one])).values()];
}

/** @param {Module} module @param {Module['uses'][number]} use @param {Rules} rules @returns {[string, string][]} */
function faultsOf(module, use, rules) {
  const layer = layerOf(module.path, rules);
  if (use.missing !== undefined)
    return [
      [`-> ${use.missing}`, `imports ${use.missing}, which is not there, so it cannot be checked`],
    ];
  if (use.package !== undefined) return packageFaults(use.package, layer);
  const to = use.module ?? '';
  return [...layerFaults(layer, layerOf(to, rules), to), ...contextFaults(module.path, to, rules)];
}

/** @param {string} name @param {Layer | undefined} layer @returns {[string, string][]} */
function packageFaults(name, layer) {
  const allowed = layer?.packages;
  if (layer === undefined || allowed === undefined || allowed.includes(name)) return [];
  const list = allowed.length === 0 ? 'none' : allowed.join(', ');
  return [
    [
      `-> ${name}`,
      `${layer.name} may not import the package ${name}; packages allowed here: ${list}`,
    ],
  ];
}

/** @param {Layer | undefined} from @param {Layer | undefined} to @param {string} path @returns {[string, string][]} */
function layerFaults(from, to, path) {
  if (from === undefined || from.mayImport.includes('*')) return [];
  if (to !== undefined && (to === from || from.mayImport.includes(to.name))) return [];
  const what = to === undefined ? path : `${to.name} (${path})`;
  return [
    [`-> ${path}`, `${from.name} may not import ${what}; allowed: ${from.mayImport.join(', ')}`],
  ];
}

/** @param {string} from @param {string} to @param {Rules} rules @returns {[string, string][]} */
function contextFaults(from, to, { root, contexts }) {
  if (contexts === undefined) return [];
  const [mine, theirs] = [from, to].map((path) =>
    contextOf(path, `${root}/${contexts.folder}`.replace(/^\.\//, '')),
  );
  if (theirs === undefined || mine === theirs) return [];
  const door = to
    .slice(to.lastIndexOf(`/${theirs}/`) + theirs.length + 2)
    .replace(/\.[cm]?[jt]sx?$/, '');
  if (door === contexts.door) return [];
  return [
    [
      `-> ${to}`,
      `reaches past the door of the context ${theirs}; allowed: ${contexts.folder}/${theirs}/${contexts.door}`,
    ],
  ];
}

/** @param {string} path @param {string} folder */
function contextOf(path, folder) {
  return path.startsWith(`${folder}/`) && path.slice(folder.length + 1).includes('/')
    ? path.slice(folder.length + 1).split('/')[0]
    : undefined;
}

/** The layer with the longest folder that a module is in. @param {string} path @param {Rules} rules @returns {Layer | undefined} */
export function layerOf(path, { root, layers }) {
  const inside = root === '.' ? path : path.slice(root.length + 1);
  const fitting = layers.flatMap((layer) =>
    layer.folders
      .filter((folder) => pattern(folder).test(inside))
      .map((folder) => ({ layer, length: folder.length })),
  );
  return fitting.sort((a, b) => b.length - a.length)[0]?.layer;
}

/** @param {string} folder */
function pattern(folder) {
  const escaped = folder.replace(/[.+^$()|[\]{}\\?]/g, '\\$&').replaceAll('*', '[^/]+');
  return new RegExp(`^${escaped}/`);
}

/** Modules that need each other to be loaded, each circle told once. @param {readonly Module[]} modules @returns {Violation[]} */
function cyclesOf(modules) {
  const next = new Map(
    modules.map(({ path, uses }) => [
      path,
      uses.flatMap((use) => (use.module !== undefined && !use.typeOnly ? [use.module] : [])),
    ]),
  );
  /** @type {Map<string, 'open' | 'done'>} */
  const seen = new Map();
  /** @type {Violation[]} */
  const found = [];
  /** @param {string} path @param {readonly string[]} way */
  const visit = (path, way) => {
    if (seen.get(path) === 'done') return;
    if (seen.get(path) === 'open') {
      const circle = way.slice(way.indexOf(path));
      const first = [...circle].sort()[0] ?? path;
      const turned = [
        ...circle.slice(circle.indexOf(first)),
        ...circle.slice(0, circle.indexOf(first)),
        first,
      ];
      found.push({
        key: `circle ${turned.join(' -> ')}`,
        place: `${first}:1`,
        says: `import each other in a circle: ${turned.join(' -> ')}`,
      });
      return;
    }
    seen.set(path, 'open');
    for (const target of next.get(path) ?? []) visit(target, [...way, path]);
    seen.set(path, 'done');
  };
  for (const { path } of modules) visit(path, []);
  return found;
}
