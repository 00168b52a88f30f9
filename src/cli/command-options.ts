import { type Command, Option } from 'commander';
import { CorpusError } from '../errors.ts';
import { isSizeFrom } from './byte-size.ts';
import {
  OPTION_TABLE,
  type OptionName,
  type OptionRule,
  type OptionValues,
  takenBy,
} from './option-table.ts';

const NEGATION = 'no-';

/** Adds options of the table to a command, some of them in other words where they mean something else there. */
export function addOptions(
  command: Command,
  names: readonly OptionName[],
  descriptions: Readonly<Partial<Record<OptionName, string>>> = {},
): Command {
  for (const name of names) {
    const rule: OptionRule = OPTION_TABLE[name];
    command.addOption(optionOf(name, { ...rule, description: descriptions[name] ?? rule.description }));
  }
  return command;
}

/** The options that were given on the command line, checked. */
export function givenOptions(command: Command, names: readonly OptionName[]): OptionValues {
  const held = command.opts<Record<string, unknown>>();
  const entries = names
    .filter((name) => command.getOptionValueSource(attributeOf(name)) === 'cli')
    .map((name) => [name, checkedValue(name, OPTION_TABLE[name], held[attributeOf(name)])]);
  // The table gives every value the type of its option.
  return Object.fromEntries(entries) as OptionValues;
}

function optionOf(name: OptionName, rule: OptionRule): Option {
  const short = rule.short === undefined ? '' : `-${rule.short}, `;
  const value = rule.placeholder === undefined ? '' : ` <${rule.placeholder}>`;
  const option = new Option(`${short}--${name}${value}`, rule.description);
  if (rule.kind === 'list') {
    option.argParser<readonly string[]>((path, paths) => [...(paths ?? []), path]);
  }
  return option;
}

/** The property under which commander keeps an option: `no-color` is kept as `color` turned to false. */
function attributeOf(name: OptionName): string {
  const base = name.startsWith(NEGATION) ? name.slice(NEGATION.length) : name;
  return base.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function checkedValue(name: OptionName, rule: OptionRule, value: unknown): unknown {
  if (rule.kind === 'switch') return true;
  if (rule.kind === 'list') return value;
  const text = String(value);
  const accepted = {
    text: text !== '',
    path: text !== '',
    size: rule.kind === 'size' && isSizeFrom(text, rule.least),
    count: /^[1-9]\d{0,14}$/.test(text),
    choice: rule.choices?.includes(text) ?? false,
  };
  if (!accepted[rule.kind]) {
    throw new CorpusError({
      code: 'OPTION_INVALID',
      option: `--${name}`,
      value: text,
      expected: takenBy(rule),
    });
  }
  return rule.kind === 'count' ? Number(text) : text;
}
