/**
 * The app without its window: the backend that answers the window's calls, over the real store and with its real threads. The calls
 * come over the channel of the process (see backend.ts) and pass the same router.
 */
import { withoutDesktop } from '../../src/main/platform.js';
import { openBackend } from '../../src/main/shell/backend.js';
import type { FromBackend, ToBackend } from './backend.js';

const tell = (message: FromBackend): void => void (process.connected && process.send?.(message));

const backend = await openBackend(
  {
    dataFolder: process.argv[2] ?? '',
    startersFolder: null,
    platform: withoutDesktop({ version: '1.2.3', electron: '45', name: 'linux' }),
    emit: () => undefined,
  },
  (error) => tell({ unforeseen: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
);

process.on('message', (message: ToBackend) => {
  if ('quit' in message) void backend.close().then(() => process.disconnect());
  else void backend.router(message.method, message.input).then((result) => tell({ id: message.id, result }));
});
// Whoever started this process is gone: nobody is left to ask.
process.on('disconnect', () => process.exit());
tell({ isOpen: true });
