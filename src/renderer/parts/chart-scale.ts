/** A round number at or above the highest value that halves into a round number. */
export function niceTop(highest: number): number {
  const unit = 10 ** Math.floor(Math.log10(highest));
  return ([1, 2, 3, 4, 6, 8, 10].find((times) => times * unit >= highest) ?? 10) * unit;
}
