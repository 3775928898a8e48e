type Draw = (tex: string, isDisplay: boolean) => Element | null;

let loaded = $state.raw<Draw | null>(null);
let loading: Promise<void> | null = null;

/** Fetches what draws formulas once, when a note has the first. */
export function loadFormulas(): Promise<void> {
  loading ??= import('./formula.js').then((module) => {
    loaded = module.formula;
  });
  return loading;
}

/** A formula as MathML; null while it cannot be drawn yet, or at all. */
export const drawFormula: Draw = (tex, isDisplay) => loaded?.(tex, isDisplay) ?? null;
