import { statfs } from 'node:fs/promises';

/** Types of file systems on another machine, as Linux numbers them (statfs(2)): NFS, SMB, CIFS, SMB2, 9p, FUSE (sshfs and others). */
const networkTypes = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997, 0x65735546]);

/** Does a folder surely lie on a drive that gives no word of what others change? Only Linux says so. */
export async function isOnNetwork(folder: string): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  try {
    return networkTypes.has((await statfs(folder)).type);
  } catch {
    return false;
  }
}
