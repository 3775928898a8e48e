/** Answers that only say again what the question says. */

/** Words that carry nothing of their own. */
const idle = new Set(
  'when what that which with from into they them their this have will been does being more only also each such than using used between'.split(
    ' ',
  ),
);

/** The first letters of its content words. */
const stems = (text: string): string[] => [
  ...new Set(
    (text.match(/[\p{L}\d]{4,}|\p{Lu}{3}/gu) ?? [])
      .map((word) => word.toLowerCase())
      .filter((word) => !idle.has(word))
      .map((word) => word.replace(/(?:ing|ed|es|s)$/, '').slice(0, 7)),
  ),
];

/** Code, acronyms and names like `kubeProxy`. */
const nameLike = /`[^`]+`|\p{Lu}{2,}\b|\b\p{Ll}+\p{Lu}\p{Ll}+/gu;

/**
 * "When does it report changes? => When a change is reported".
 * @param strict Half of the answer's words in the question is too much already.
 */
export function isCircular(question: string, back: string, strict = false): boolean {
  // A name that the question does not show is worth knowing whatever stands around it.
  if ((back.match(nameLike) ?? []).some((name) => !question.includes(name))) return false;
  const known = question.toLowerCase();
  const words = stems(back);
  const again = words.filter((word) => known.includes(word)).length * 2;
  return words.length > 0 && (strict && words.length > 1 ? again >= words.length : again > words.length);
}

/** "What is K8s? The smallest object of K8s": something else was taken for what is explained. */
export function isExplainedWithItself(front: string, back: string): boolean {
  const name = /\bwhat (?:is|are) (?:the |an? )?([\w-]+)\?$/i.exec(front)?.[1]?.toLowerCase();
  return name !== undefined && back.toLowerCase().endsWith(` ${name}`);
}
