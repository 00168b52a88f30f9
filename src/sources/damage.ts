import type { Problem, ProblemCode } from '../problem.ts';

/** Thrown in the middle of a stream whose data are flawed; what came before it is good. */
export class DataDamage extends Error {
  readonly code: ProblemCode;

  constructor(code: ProblemCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DataDamage';
    this.code = code;
  }
}

/** What errors of a file's stream mean: a problem of that file, or null for a failure of something else. */
export function damageOf(uri: string): (error: unknown) => Problem | null {
  return (error) => {
    if (error instanceof DataDamage) return { code: error.code, uri, message: error.message };
    return isSystemError(error) ? fileProblem(uri, error) : null;
  };
}

/** An error of the operating system, such as ENOENT. */
export interface SystemError extends Error {
  readonly code: string;
  readonly syscall: string;
}

/** Whether an error came from the operating system. */
export function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && 'code' in error && 'syscall' in error && typeof error.code === 'string';
}

/** The problem of a file or folder that was found and could not be opened or read. */
export function fileProblem(uri: string, error: SystemError): Problem {
  switch (error.code) {
    case 'ENOENT':
      return { code: 'FILE_VANISHED', uri, message: 'it disappeared before it could be read' };
    case 'ELOOP':
      return { code: 'SYMLINK_LOOP', uri, message: 'the link leads back to itself' };
    default:
      return { code: 'FILE_UNREADABLE', uri, message: reasonOf(error) };
  }
}

/** What the operating system says, in words. */
export function reasonOf(error: SystemError): string {
  switch (error.code) {
    case 'EACCES':
    case 'EPERM':
      return 'permission is denied';
    case 'ELOOP':
      return 'a symbolic link leads back to itself';
    case 'ENAMETOOLONG':
      return 'the path is too long';
    case 'EMFILE':
    case 'ENFILE':
      return 'too many files are open';
    default:
      return `the system says ${error.code}`;
  }
}
