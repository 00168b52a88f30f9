import { Command, type CommanderError } from 'commander';
import { toolVersion } from '../jobs/tool-version.ts';
import { addAuditCommand } from './audit-command.ts';
import { addCompareCommand } from './compare-command.ts';
import { addEvaluateCommand } from './evaluate-command.ts';
import { addExplainCommand } from './explain-command.ts';
import { addHistoryCommand } from './history-command.ts';
import { addMergeCommand } from './merge-command.ts';
import { addOpenCommand } from './open-command.ts';
import { addProfileCommand } from './profile-command.ts';
import { addRunCommand } from './run-command.ts';
import type { Session } from './session.ts';
import { addTokenizeCommand } from './tokenize-command.ts';
import { addTrendCommand } from './trend-command.ts';

const HELP = `
"heteroglossia <input>" is short for "heteroglossia audit <input>".

Exit codes:
  0  nothing at or above --fail-on      2  it could not run
  1  something was                      3  it finished, but an input was lost
                                      130  interrupted

Examples:
  heteroglossia corpus.jsonl
  heteroglossia audit crawl/ --text-field content -o report.json -o report.md
  heteroglossia profile monday.jsonl -o monday.profile
  heteroglossia merge monday.profile tuesday.profile -o week.profile
  heteroglossia audit week.profile --fail-on narrowing
  heteroglossia compare monday.profile tuesday.profile
  heteroglossia trend crawl.jsonl --by week`;

/** All commands. What they do is imported when one of them runs, so that the help comes at once. */
export function heteroglossiaProgram(
  session: Session,
  onRefusal: (error: CommanderError, command: Command) => never,
): Command {
  const program = new Command('heteroglossia');
  program
    .description('Lighthouse for text corpora: measures how much of its diversity is left, and says why.')
    .version(toolVersion(), '-V, --version')
    .addHelpText('after', HELP);
  addAuditCommand(program, session);
  addProfileCommand(program, session);
  addMergeCommand(program, session);
  addCompareCommand(program, session);
  addTrendCommand(program, session);
  addRunCommand(program, session);
  addOpenCommand(program, session);
  addHistoryCommand(program, session);
  addExplainCommand(program, session);
  addEvaluateCommand(program, session);
  addTokenizeCommand(program, session);
  for (const command of [program, ...program.commands]) {
    command
      .showSuggestionAfterError(false)
      .configureOutput({ outputError: () => undefined })
      .exitOverride((error) => onRefusal(error, command));
  }
  return program;
}
