/** How much time it would take to see every card, when the time planned does not suffice. */

/** Half hours are tried: people plan in those. */
const stepHours = 0.5;

/**
 * The fewest hours a week, in half hours and more than `above`, with which no card stays unseen; null when not even `most` would do.
 * More hours never show fewer cards, so the range is halved: about eight plays of the plan.
 * @param unseenWith plays the plan with so many hours a week; answers how many cards nobody sees by exam day
 */
export function hoursToSeeAll(
  unseenWith: (hoursPerWeek: number) => number,
  { above, most }: { above: number; most: number },
): number | null {
  let low = Math.floor(above / stepHours) + 1;
  let high = Math.floor(most / stepHours);
  if (low > high || unseenWith(high * stepHours) > 0) return null;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (unseenWith(middle * stepHours) > 0) low = middle + 1;
    else high = middle;
  }
  return high * stepHours;
}
