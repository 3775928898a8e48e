/** What a note or folder is called, told from the name of its file. */
import { originalOf } from './sync-copy.js';
import { countWords, squeeze } from './text.js';

const fileWords =
  /^(?:readme|index|notes?|untitled|welcome|summary|main|home|todo|new|document|docs?|text|day|week|section|chapter|part|lecture|lesson|module|objective|tables?|commands?|headers?|topic|expansion|cheat|sheets?|definitions?|acronyms?|glossary|other|misc|general|info|quick|facts|questions?|answers?|faq|overview|concepts?|basics|intro|introduction|theory|config|files?|study|self|to|install|installation|setup|\d|[\s_.-])+$/i;

/** A name for the note from its file, or from its folder where the file name says nothing: `5_kube_apiserver.md` -> "kube apiserver". */
export function subjectOfPath(path: string): string {
  const parts = path.split('/').filter((part) => part !== '');
  const file = parts.pop() ?? '';
  // A copy that stands in for a lost note is called what the note was.
  parts.push(originalOf(file) ?? file);
  const names = parts.map((part, i) =>
    spoken(prettyName(i === parts.length - 1 ? part.replace(/\.(md|markdown|mdown|mkd|txt)$/i, '') : part)),
  );
  for (let i = names.length - 1; i >= 0; i--) {
    const name = names[i] ?? '';
    if (name !== '' && !fileWords.test(name)) return name;
  }
  return names.at(-1) ?? '';
}

/** A file or folder name as a person would write it. */
export function prettyName(name: string): string {
  const bare = name.replace(/^(?:ch(?:apter|ap)?[\s._-]?)?\d+(?:[._-]\d+)*[\s._-]+(?=\D)/i, '');
  const words = bare.replaceAll('_', ' ');
  const spaced = /^[a-z]+(-[a-z]+){2,}$/.test(bare) ? words.replaceAll('-', ' ') : words;
  const tidy = squeeze(spaced === '' ? name : spaced).replace(/(?<![\s,.;:-])[\s,.;:-]+$/, '');
  // A file named like a table of contents is called by its first part.
  return countWords(tidy) > 7 ? (tidy.split(/,\s|\s[-–]\s|:\s/)[0] ?? tidy) : tidy;
}

/** "day22-lambda-basics" -> "lambda basics", "TCP-and-UDP" -> "TCP and UDP"; "kube-proxy" stays as it is. */
export function spoken(name: string): string {
  const own = name.replace(/^(?:day|week|lecture|lesson|module|part|unit|session)[\s_-]?\d+[\s._-]+(?=\p{L})/iu, '');
  const isPhrase =
    /^[a-z\d]+(?:-[a-z\d]+){2,}$/.test(own) ||
    /^(?:\p{Lu}[\p{L}\d]*-)+\p{Lu}\p{Ll}{3,}$/u.test(own) ||
    /-(?:and|or|vs|of|in|on|to|for|with|basics|overview|intro|notes|commands|guide|explained|fundamentals|essentials)(?:-|$)/i.test(own);
  if (!isPhrase || /^[\d.-]+$/.test(own)) return own;
  return own
    .replace(/(?<=\d)-(?=\d)/g, '.')
    .replaceAll('-', ' ')
    .replace(compound, (joined) => joined.replace(' ', '-'));
}

/** Words that keep their hyphen: "Wi-Fi", "multi-factor". */
const compound = /\b(?:wi fi|(?:multi|non|pre|self|anti|cross|sub|micro) (?=\p{L})|e mail)/giu;
