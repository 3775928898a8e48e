import { expect, it, onTestFinished } from 'vitest';
import { cruise, planted, project } from './cruise.js';
import { climbsIn } from './floors.js';

it('stands on floors: no import of the house runs up from a room to one above it', async () => {
  expect(climbsIn(await cruise(project, 'src'))).toEqual([]);
}, 240_000);

it('would tell of folders that import each other, at every depth, and of the files that make them do so', async () => {
  const { folder, remove } = await planted([
    // The store may not know what stands above it; that no file is in a circle does not help.
    ['src/main/features/review/queue.ts', "import '../../store/tables/cards.js';"],
    ['src/main/store/tables/cards.ts', "import '../../clock.js';"],
    ['src/main/store/open/lock.ts', "import '../../features/backup/thread.js';"],
    ['src/main/features/backup/thread.ts', ''],
    // A folder may lie between two of the files beside it.
    ['src/main/features/backup/copies/name.ts', "import '../thread.js';"],
    ['src/main/features/backup/service.ts', "import './copies/name.js';"],
    // A circle of files alone is for another wall to tell.
    ['src/renderer/one.ts', "import './two.js';"],
    ['src/renderer/two.ts', "import './one.js';"],
    ['src/main/clock.ts', ''],
  ]);
  onTestFinished(remove);
  const climbs = climbsIn(await cruise(folder, 'src'));
  expect(climbs).toEqual([
    {
      within: 'src/main',
      arrow: 'src/main/features -> src/main/store',
      imports: ['src/main/features/review/queue.ts -> src/main/store/tables/cards.ts'],
    },
    {
      within: 'src/main',
      arrow: 'src/main/store -> src/main/features',
      imports: ['src/main/store/open/lock.ts -> src/main/features/backup/thread.ts'],
    },
  ]);
});
