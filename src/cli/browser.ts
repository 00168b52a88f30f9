import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { tell } from './progress-bar.ts';

interface Opener {
  readonly command: string;
  readonly args: readonly string[];
}

/** How a platform opens a file with the program that is set for it. No shell reads the path. */
export function openerOf(platform: NodeJS.Platform, path: string): Opener {
  if (platform === 'darwin') return { command: 'open', args: [path] };
  if (platform === 'win32') return { command: 'explorer.exe', args: [path] };
  return { command: 'xdg-open', args: [path] };
}

/** Opens a page and leaves it to itself. Where that cannot be done it is said, and nothing fails. */
export async function openInBrowser(path: string): Promise<void> {
  const { command, args } = openerOf(process.platform, resolve(path));
  await new Promise<void>((done) => {
    const child = spawn(command, args, { detached: true, stdio: 'ignore' });
    child.once('error', () => {
      tell(`The page could not be opened by ${command}. Open it yourself.`);
      done();
    });
    child.once('spawn', () => {
      child.unref();
      done();
    });
  });
}
