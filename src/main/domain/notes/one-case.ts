/** Notes that tell of one project, or of the one case an exam question makes up: true there, and nowhere else. */

/** Files that tell of the repository they lie in, of what is still to be done, or of a sample program. */
const ofRepository =
  /(?:^|\/)(?:(?:(?:sample|demo|example)[-_ ]?apps?|mini[-_ ]?projects?)\/(?:[^/]+\/)*[^/]+|feature[-_ ]ideas|todo|backlog|changelog|agents|claude|contributing|code[-_]of[-_]conduct|licen[cs]e|copilot-instructions|release[-_ ]?notes|pull_request_template)\.\w+$/i;

/** "Q02: Choosing a database", "Answers to the subnetting tasks": true of the case that a question makes up. */
const ofQuestion = /^q(?:uestion)?[ -]?\d{1,3}\b[:.–—\s]|^(?:answers?|solutions?) (?:to|for|of)\b/i;

/** Headings that speak of the project itself, and those that most descriptions of one have. */
const ofProject = /\b(?:this|our|my) project\b|^project (?:vision|overview|structure|directory structure|status|goals?|setup|summary)\b/i;
const besideProject =
  /^(?:tech(?:nology)? stack|technologies used|(?:folder|directory|file) structure|(?:current|final)(?: system)? status|roadmap|known issues|future (?:improvements?|enhancements?|scope|upgrades?|work|plans?)|next (?:steps?|actions?)|screenshots?|owner|authors?|license|contributing|how to contribute|(?:what )?(?:we|i)(?: have)? (?:built|completed|implemented|did)\b|what (?:we|i) (?:have )?(?:built|completed|implemented)\b)/i;

/** So much of its headings makes a note the description of a project. */
const enough = 3;

/**
 * Whether only cards written as cards are taken from a note.
 * @param headings all headings of the note, cleaned
 */
export function tellsOfOneCase(path: string, title: string, headings: ReadonlySet<string>): boolean {
  if (ofRepository.test(path) || ofQuestion.test(title)) return true;
  let points = 0;
  for (const heading of headings) {
    const plain = heading.replace(/^[^\p{L}]+/u, '');
    if (ofProject.test(plain)) points += 2;
    else if (besideProject.test(plain)) points += 1;
  }
  return points >= enough;
}
