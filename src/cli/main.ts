#!/usr/bin/env node
import { CorpusError } from '../errors.ts';
import { printableText } from '../report/printable-text.ts';
import { EXIT_CODES } from './exit-code.ts';
import { interruption } from './interruption.ts';
import { heteroglossiaProgram } from './program.ts';
import { type Refusal, refusalText } from './refusal.ts';
import { standardOutput } from './standard-output.ts';

const signal = interruption();
const stdout = standardOutput();
process.on('uncaughtException', (error) => {
  complainOf(error);
  process.exit(EXIT_CODES.impossible);
});
process.exitCode = await exitCodeOf(process.argv);
await stdout.write('');
process.exit();

async function exitCodeOf(argv: readonly string[]): Promise<number> {
  let exitCode: number = EXIT_CODES.fine;
  let refusal: Refusal | null = null;
  const session = {
    signal,
    stdout,
    finish: (code: number): void => {
      exitCode = code;
    },
  };
  const program = heteroglossiaProgram(session, (error, command) => {
    refusal = { error, command };
    throw error;
  });
  try {
    await program.parseAsync(argv);
    return exitCode;
  } catch (error) {
    return await failureCode(error, refusal);
  }
}

async function failureCode(error: unknown, refusal: Refusal | null): Promise<number> {
  if (signal.aborted) {
    complain('Interrupted.');
    return Number(process.exitCode ?? EXIT_CODES.interrupted);
  }
  if (refusal === null) {
    complainOf(error);
    return EXIT_CODES.impossible;
  }
  const text = await refusalText(refusal);
  if (text === null) return EXIT_CODES.fine;
  complain(text);
  return EXIT_CODES.impossible;
}

function complainOf(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  const isExpected = error instanceof CorpusError;
  complain(
    isExpected
      ? reason
      : `Something unexpected went wrong: ${reason}. Set HETEROGLOSSIA_DEBUG=1 for the stack.`,
  );
  const { HETEROGLOSSIA_DEBUG } = process.env;
  if (HETEROGLOSSIA_DEBUG === '1' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
}

/** Line by line, because names and data from outside may stand in it. */
function complain(text: string): void {
  const lines = text.split('\n').map((line) => (line.startsWith('  ') ? '  ' : '') + printableText(line));
  process.stderr.write(`heteroglossia: ${lines.join('\n')}\n`);
}
