/** Sections that go through one case. */
import type { Place } from '../rule.js';

/** Sections that walk through one case: true there, and nowhere else. */
const walkthrough =
  /^(?:step\b|test (?:case|it|plan|scenario)|scenario|epic|phase \d|walk-?through|case stud|real[- ](?:world|life|time) (?:examples?|analog|scenario|use)|real[- ]world|.*\banalog(?:y|ies)\b|practical\b|playing|try\b|conclusions?\b|tech stack|procedure\b|motivation\b|my\b|testing the|debrief|command breakdown|user stor|project structure|folder structure|prerequisites|disclaimer|credits?\b|simulat|interpreting|(?:fully )?worked|sample|output|.*worked[- ]example|problem statement|trace \d|worked diagnostic|what's happening|observ|check\b|how to contribute|(?:upcoming|future|next) (?:modules?|lessons?|chapters?)|.*\bcourse (?:is|works|structure)|learning (?:objectives|outcomes|path)|expected answer)/i;

/** Every draft of a section asks for it. */
const known = new WeakMap<readonly string[], boolean>();

export function isWalkthrough({ headings }: Pick<Place, 'headings'>): boolean {
  let goesThrough = known.get(headings);
  if (goesThrough === undefined) {
    goesThrough = headings.slice(-2).some((heading) => walkthrough.test(heading));
    known.set(headings, goesThrough);
  }
  return goesThrough;
}
