/** Whether a generated card reads as a whole sentence. One that does not is no card, not even one to hold back. */
import type { Draft } from './rule.js';

/** Words no phrase ends with: what followed was cut off. */
const dangling =
  /\s(?:the|an?|of|to|and|or|but|that|which|who|with|from|by|for|in|on|at|as|is|are|be|been|being|such|because|than|typically|usually|when|if|while|where|its|their|your|like|via|into|between|not|also|both|either|any|every|what's|it's|much|very|so)$/i;
/** In the middle of a question these begin a sentence of their own. */
const runOn =
  /[a-z`)] (?:While|Although|Though|However|Unlike|Whereas|Otherwise|Because|Note|This|These|It|They|If|When|Then|But|So|And|Also|Discuss|Explain)\b/;

export function isSound(draft: Draft): boolean {
  if (draft.own === true || draft.kind === 'command' || draft.kind === 'table') return true;
  const { front, back } = draft;
  if (/\b(?:we|our|us|my|I)\b/.test(front) || /\b(?:we|our|my)\b/.test(back)) return false;
  return (
    balanced(front) &&
    (draft.kind === 'list' || draft.kind === 'sequence' || soundAnswer(back)) &&
    !runOn.test(front) &&
    !/\s(?:the the|a a|of of|to to|and)\?$|\b(?:do|does) (?:do|does|is|are)\b/i.test(front)
  );
}

function soundAnswer(back: string): boolean {
  const text = back.trim();
  if (/\b(?:the following|as follows|listed below|shown below|mentioned above)\b/i.test(text)) return false;
  return balanced(text) && !dangling.test(text) && !/^[(),;:.\])]/.test(text) && !/[,;:(]$/.test(text);
}

function balanced(text: string): boolean {
  let depth = 0;
  let code = false;
  for (const char of text) {
    if (char === '`') code = !code;
    else if (code) continue;
    else if (char === '(') depth++;
    else if (char === ')' && --depth < 0) return false;
  }
  return depth === 0 && !code;
}
