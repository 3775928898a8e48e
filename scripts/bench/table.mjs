/** @typedef {import('./figures.mjs').Figure} Figure */

/**
 * What is promised: a share of the floor, a time nobody notices, or so much more than the floor.
 * @type {Record<string, { ratio: number } | { value: number } | { above: number } | { over: number }>}
 */
const targets = {
  startup: { ratio: 1.5 },
  memory_idle: { ratio: 1.4 },
  import_5mb: { ratio: 3 },
  one_big_file: { ratio: 2 },
  import_memory: { ratio: 1.25 },
  resync_1000: { ratio: 2 },
  changed_note: { value: 250 },
  answer_to_next_card: { ratio: 1.5 },
  answer_to_next_card_p95: { ratio: 1.5 },
  today_get: { value: 50 },
  queue_build: { ratio: 2 },
  session_memory: { ratio: 1.1 },
  optimise_20k: { value: 500 },
  optimise_20k_stall: { value: 50 },
  cluster_round: { over: 100 },
  cluster_round_hung: { over: 100 },
  cluster_round_stall: { value: 50 },
  exam_plan: { above: 3 },
  exam_get: { value: 2000 },
  exam_get_stall: { value: 50 },
};

/** @param {Record<string, Figure>} figures */
export function tellTable(figures) {
  console.table(Object.fromEntries(Object.entries(figures).map(([metric, figure]) => [metric, row(figure, targets[metric])])));
}

/**
 * @param {Figure} figure
 * @param {{ ratio: number } | { value: number } | { above: number } | { over: number } | undefined} target
 */
function row(figure, target) {
  const { value, floor, ratio, unit, n } = figure;
  const plain = { value: `${value} ${unit}`, floor: `${floor} ${unit}`, ratio, n };
  if (!target) return plain;
  const [limit, reached] = judged(figure, target);
  return { ...plain, target: limit, result: reached ? 'pass' : 'miss' };
}

/**
 * @param {Figure} figure
 * @param {{ ratio: number } | { value: number } | { above: number } | { over: number }} target
 * @returns {[string, boolean]}
 */
function judged({ value, floor, ratio, unit }, target) {
  if ('ratio' in target) return [`at most ratio ${target.ratio}`, ratio <= target.ratio];
  if ('above' in target) return [`at least ${target.above} points above`, value - floor >= target.above];
  if ('over' in target) return [`at most ${target.over} ${unit} above`, value - floor <= target.over];
  return [`at most ${target.value} ${unit}`, value <= target.value];
}
