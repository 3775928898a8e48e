/** Sections about a course, a career or a story rather than about the topic: what they list is true of themselves only. */
import type { Place } from '../rule.js';

const local =
  /\b(?:course|curriculum|syllabus|trainees?|students?|classroom|interviews?|careers?|resumes?|hiring|journey|points next|next steps|lessons? learned|concepts covered|(?:other|upcoming|future|next) modules|takeaways?|learning (?:path|objectives?|outcomes?|goals?)|you(?:'ll| will) learn|study (?:plan|sequence|path|guide)|how to study|exam (?:tips|format|details|domains|topics|weights?)|achievements?|success stor(?:y|ies)|case stud(?:y|ies)|capstone|homework|exercises?)\b|\bexam$|\bexam\s\||\b[\w-]+\.com\b/i;

export const isLocal = ({ headings, note }: Place): boolean => local.test([note, ...headings.slice(-3)].join(' | '));
