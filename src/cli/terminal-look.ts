import { isatty } from 'node:tty';
import type { TerminalLook } from '../report/terminal.ts';
import type { OptionValues } from './option-table.ts';

const DEFAULT_COLUMNS = 80;
const FEWEST_COLUMNS = 40;

/** How wide the terminal is, and in which colours it shows. */
export async function terminalLook(values: OptionValues): Promise<TerminalLook> {
  const { default: picocolors } = await import('picocolors');
  return {
    width: Math.max(FEWEST_COLUMNS, process.stdout.columns || DEFAULT_COLUMNS),
    palette: picocolors.createColors(hasColor(values)),
  };
}

function hasColor(values: OptionValues): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (values['no-color'] === true || (NO_COLOR ?? '') !== '') return false;
  if ((FORCE_COLOR ?? '0') !== '0') return true;
  return isatty(process.stdout.fd) && TERM !== 'dumb';
}
