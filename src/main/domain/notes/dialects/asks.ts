/** Whether somebody asks for something. */
import { mask } from '../../../../shared/markdown/mask.js';
import { withoutLinks } from './side.js';

/** Question marks of any script. */
export const questionMark = '[?？﹖؟]';

/** At the end of the words; `"?"` in quotes is a sign somebody writes about, one in code is the code's. */
const question = new RegExp(`(?<!(?:^|\\s)["'“‘(])${questionMark}+["'”’)\\]*_]*\\s*$`);
const opening = /^(?:q(?:uestion)?\s*\d*[.:)]|what|why|how|when|where|which|who|name|list|explain|describe|define)\b/i;
/** Left open for the answer. */
const gap = /_{3,}|\.{5,}|…{2,}/;

export const isQuestion = (text: string): boolean => question.test(mask(withoutLinks(text)));

/** "Why?" asks nothing by itself. */
export const isWholeQuestion = (text: string): boolean =>
  isQuestion(text) && (text.trim().split(/\s+/).length > 1 || /[^\x20-\u024f]{3}/.test(text));

/** A question, a request, or a sentence with a gap. */
export const asks = (text: string): boolean => isQuestion(text) || opening.test(text) || gap.test(text);

/** Bold or italics around the whole of a text say nothing on the side of a card. */
export const withoutEmphasis = (text: string): string =>
  /^(\*\*\*|\*\*|\*|__|_)(?=\S)([^*_]+)(?<=\S)\1$/.exec(text.trim())?.[2] ?? text.trim();

/** The number that sorts a question among others. */
export const withoutNumber = (text: string): string => text.replace(/^\d{1,3}(?:\.\d{1,3})*[.)]?\s+/, '');

/** "Q3. ", "Question:" before a question, "A:" before an answer. */
export const withoutLabel = (text: string, letter: 'Q' | 'A'): string =>
  text.replace(
    new RegExp(
      `^(?:\\*\\*|__)?${letter === 'Q' ? 'Q(?:uestion)?' : 'A(?:nswer)?'}\\s?\\d{0,3}(?:\\*\\*|__)?[.:：)](?:\\*\\*|__)?\\s*(?=\\S)`,
      'i',
    ),
    '',
  );
