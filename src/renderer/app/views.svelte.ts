/** The parts of the window that are fetched after the first screen is up. */
const loaders = {
  review: () => import('../features/review/Review.svelte'),
  library: () => import('../features/library/Library.svelte'),
  import: () => import('../features/import/Import.svelte'),
  exam: () => import('../features/exam/Exam.svelte'),
  mock: () => import('../features/mock/Mock.svelte'),
  cluster: () => import('../features/cluster/Cluster.svelte'),
  settings: () => import('../features/settings/Settings.svelte'),
  palette: () => import('./palette/Palette.svelte'),
  print: () => import('../features/print/PrintDialog.svelte'),
  keys: () => import('./KeySheet.svelte'),
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
