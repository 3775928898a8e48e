/** What takes long to work out of the exam, as tasks of a thread. All of them only read. */
import type { CurriculumFile, ExamCardRows, ExamForecast, ExamMap, ExamView } from '../../../shared/contract.js';
import type { Database } from '../../store/open/database.js';
import { createCardStore } from '../../store/tables/cards.js';
import { createNoteFolders } from '../../store/tables/note-folders.js';
import type { OnProgress, TasksOf } from '../../threads/protocol.js';
import { curriculaIn } from './curricula.js';
import { curriculumOf } from './curriculum-file.js';
import { openDesk, placedCards } from './exam-inputs.js';
import type { ExamDesk } from './exam-inputs.js';
import { cardsOf, mapOf } from './exam-map.js';
import type { CardsAsked } from './exam-map.js';
import { forecastOf, viewOf } from './exam-views.js';

interface OfExam {
  curriculumFile: string;
  /** The study day it is. */
  today: string;
}

export type ExamTasks = TasksOf<ReturnType<typeof examWork>>;

export function examWork(db: Database) {
  /** Everything about the exam as of one instant. */
  function desk({ curriculumFile, today }: OfExam): ExamDesk {
    const curriculum = curriculumOf(curriculumFile);
    return db.transaction(() => openDesk(db, curriculum, today))();
  }

  return {
    /** How the person stands before the exam. */
    exam: (input: OfExam): ExamView => viewOf(desk(input)),
    /** The plan played through to exam day; null without one. */
    examForecast: (input: OfExam, onProgress: OnProgress): ExamForecast | null => forecastOf(desk(input), onProgress),
    /** Which cards belong to which topic. */
    examMap({ curriculumFile, today }: OfExam): ExamMap {
      const curriculum = curriculumOf(curriculumFile);
      return mapOf(curriculum, placedCards(db, curriculum, today));
    },
    examCards: ({ curriculumFile, today, asked }: OfExam & { asked: CardsAsked }): ExamCardRows =>
      cardsOf(placedCards(db, curriculumOf(curriculumFile), today), createCardStore(db), asked),
    /** The curricula that can be chosen. */
    curricula: ({ startersFolder }: { startersFolder: string | null }): CurriculumFile[] =>
      curriculaIn(createNoteFolders(db).all(), startersFolder),
  };
}
