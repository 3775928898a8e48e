/** What is behind the window, over a data folder, with calls as the window makes them. */
import { onTestFinished } from 'vitest';
import { backupsInThisThread } from '../../src/main/features/backup/backups-here.js';
import { withoutDesktop } from '../../src/main/platform.js';
import { openBackend } from '../../src/main/shell/backend.js';
import type { EventName, Input, MethodName, Output } from '../../src/shared/contract.js';
import type { Result } from '../../src/shared/result.js';
import { freshFolder } from './folder.js';
import { sameThreadPool } from './same-thread-pool.js';

export async function behindWindow(dataFolder = freshFolder()) {
  const events: EventName[] = [];
  const logged: unknown[] = [];
  const backend = await openBackend(
    {
      dataFolder,
      startersFolder: null,
      platform: withoutDesktop({ version: '1.2.3', electron: '45', name: 'linux' }),
      emit: (event) => void events.push(event),
      pool: sameThreadPool(),
      backupThread: backupsInThisThread(dataFolder),
    },
    (error) => void logged.push(error),
  );
  onTestFinished(() => backend.close());
  const call = async <M extends MethodName>(method: M, input: Input<M>): Promise<Result<Output<M>>> =>
    (await backend.router(method, input)) as Result<Output<M>>;
  async function get<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
    const result = await call(method, input);
    if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.error)} ${String(logged.at(-1))}`);
    return result.value;
  }
  return { dataFolder, backend, call, get, events };
}
