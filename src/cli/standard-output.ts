import { CorpusError } from '../errors.ts';

/** Writing to standard output, which its reader may close at any time. */
export interface StandardOutput {
  /** Resolves when the bytes have left; false once the reader has gone, which is no failure. */
  write(data: string | Uint8Array): Promise<boolean>;
}

export function standardOutput(): StandardOutput {
  // Without a listener a reader that goes away would end the process with a stack trace.
  process.stdout.on('error', () => undefined);
  let isClosed = false;
  return {
    write(data) {
      if (isClosed) return Promise.resolve(false);
      return new Promise((resolve, reject) => {
        process.stdout.write(data, (error) => {
          if (error === null || error === undefined) {
            resolve(true);
            return;
          }
          isClosed = true;
          if (isClosedPipe(error)) resolve(false);
          else
            reject(
              new CorpusError(
                { code: 'OUTPUT_UNWRITABLE', path: '-', reason: error.message },
                { cause: error },
              ),
            );
        });
      });
    },
  };
}

/** Whether writing failed because the reader has gone. */
export function isClosedPipe(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED')
  );
}
