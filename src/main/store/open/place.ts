/** Where things lie in a data folder. */
import { join } from 'node:path';

export const databaseFile = (folder: string): string => join(folder, 'etcdeck.sqlite');

/** Where a file waits that is being restored. */
export const stageFolder = (dataFolder: string): string => join(dataFolder, 'restoring');
