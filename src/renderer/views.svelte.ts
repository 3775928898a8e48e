/** The parts of the window that are fetched after the first screen is up. */
const loaders = {
  review: () => import('./screens/Review.svelte'),
  library: () => import('./screens/Library.svelte'),
  import: () => import('./screens/Import.svelte'),
  exam: () => import('./screens/Exam.svelte'),
  mock: () => import('./screens/Mock.svelte'),
  cluster: () => import('./screens/Cluster.svelte'),
  settings: () => import('./screens/Settings.svelte'),
  palette: () => import('./parts/Palette.svelte'),
  print: () => import('./screens/PrintSheet.svelte'),
  keys: () => import('./parts/KeySheet.svelte'),
};

type ViewName = keyof typeof loaders;
type Views = { [Name in ViewName]: Awaited<ReturnType<(typeof loaders)[Name]>>['default'] };

let loaded = $state.raw<Partial<Views>>({});

/** Views that are here; the others are `undefined` until fetched. */
export const views = (): Partial<Views> => loaded;

/** Fetches a view once. */
export async function loadView(name: ViewName): Promise<void> {
  if (loaded[name]) return;
  const module = await loaders[name]();
  loaded = { ...loaded, [name]: module.default };
}

export const isLazy = (name: string): name is ViewName => name in loaders;

export const loadViews = async (): Promise<void> => {
  for (const name of Object.keys(loaders) as ViewName[]) await loadView(name);
};
