/** `<details><summary>question</summary>answer</details>`: a card the person wrote. */
import type { Rule } from '../rule.js';

export const details: Rule = {
  name: 'details',
  details: (unit) => {
    const question = /[?？]\s*$|^(?:q(?:uestion)?\s*\d*[.:)]|what|why|how|when|where|which|who|name|list|explain|describe|define)\b/i.test(
      unit.summary,
    );
    if (!question || unit.answer === '') return [];
    return [{ source: unit.source, rule: 'details', kind: 'basic', part: 'details', front: unit.summary, back: unit.answer, own: true }];
  },
};
