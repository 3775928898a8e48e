/** Does one task of the study thread over a database. */
import type { Preset } from '../../shared/contract.js';
import { FailureError } from '../../shared/result.js';
import { curriculaIn } from '../features/exam/curricula.js';
import { curriculumOf } from '../features/exam/curriculum-file.js';
import type { Trainer } from '../domain/review/optimizer.js';
import { createAnswers } from '../store/tables/training-answers.js';
import type { Database } from '../store/open/database.js';
import { createCardStore } from '../store/tables/cards.js';
import { createDeckStore } from '../store/tables/decks.js';
import { createNoteFolders } from '../store/tables/note-folders.js';
import { createPresetStore } from '../store/tables/presets.js';
import { createRescheduleStore } from '../store/tables/reschedules.js';
import { createSettingsStore } from '../store/tables/settings.js';
import { createStanding } from '../store/tables/simulation-start.js';
import { openDesk, placedCards } from '../features/exam/exam-inputs.js';
import type { ExamDesk } from '../features/exam/exam-inputs.js';
import { cardsOf, mapOf } from '../features/exam/exam-map.js';
import { forecastOf, viewOf } from '../features/exam/exam-views.js';
import { fitWeights } from '../features/presets/fit-weights.js';
import { mockSupply, mockTasks } from '../features/mock/mock-work.js';
import { decksOf, previewRescheduling, reschedule } from '../features/presets/reschedule.js';
import type { OnProgress, TaskRequest, Tasks } from './tasks.js';
import { workloadOf } from '../features/presets/workload.js';

export async function runTask(
  db: Database,
  { name, input }: TaskRequest,
  trainer: () => Promise<Trainer | null>,
  onProgress: OnProgress,
): Promise<unknown> {
  const presets = createPresetStore(db);
  const parts = { presets, decks: createDeckStore(db), reschedules: createRescheduleStore(db, createSettingsStore(db).deviceId) };
  switch (name) {
    case 'rescheduling':
      return previewRescheduling(parts, input, onProgress);
    case 'reschedule':
      return reschedule(parts, input, onProgress);
    case 'undoReschedule':
      parts.reschedules.undo(input.rescheduleId, input.at);
      return null;
    case 'workload':
      return workloadOf(existing(presets.get(input.presetId)), decksOf(input.presetId, parts), createStanding(db), input.today, onProgress);
    case 'fit':
      return fitWeights(
        existing(presets.get(input.presetId)),
        decksOf(input.presetId, parts),
        createAnswers(db),
        trainer,
        input.at,
        onProgress,
      );
    case 'mockTasks':
      return mockTasks(db, input.curriculum, input.shape, input.seed);
    case 'mockSupply':
      return mockSupply(db, input.curriculum, input.parts);
    case 'exam':
      return viewOf(deskOf(db, input));
    case 'examForecast':
      return forecastOf(deskOf(db, input), onProgress);
    case 'examMap': {
      const curriculum = curriculumOf(input.curriculumFile);
      return mapOf(curriculum, placedCards(db, curriculum, input.today));
    }
    case 'examCards':
      return cardsOf(placedCards(db, curriculumOf(input.curriculumFile), input.today), createCardStore(db), input.asked);
    case 'curricula':
      return curriculaIn(createNoteFolders(db).all(), input.startersFolder);
  }
}

/** Everything about the exam as of one instant. */
function deskOf(db: Database, { curriculumFile, today }: Tasks['exam']['input']): ExamDesk {
  const curriculum = curriculumOf(curriculumFile);
  return db.transaction(() => openDesk(db, curriculum, today))();
}

function existing(preset: Preset | null): Preset {
  if (!preset) throw new FailureError({ code: 'not-found', message: 'This preset is no longer there.' });
  return preset;
}
