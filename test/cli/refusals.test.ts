import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { heteroglossia, inFolder, MONOLOGIC } from './command.ts';

describe.concurrent('a faulty command line is answered with one sentence and exit code 2', () => {
  it.each<[args: string[], answer: string]>([
    [['aduit', 'x.jsonl'], 'There is no command or file "aduit". Did you mean "audit"?'],
    [['explian', 'repetition'], 'There is no command or file "explian". Did you mean "explain"?'],
    [[MONOLOGIC, '--txt-field', 'body'], 'There is no option "--txt-field". Did you mean "--text-field"?'],
    [['audit', MONOLOGIC, '--fial-on=never'], 'There is no option "--fial-on". Did you mean "--fail-on"?'],
    [
      ['explain', 'exact-duplicate'],
      'There is no audit or measure "exact-duplicate". Did you mean "exact-duplicates"?',
    ],
    [
      ['explain', 'word-eveness'],
      'There is no audit or measure "word-eveness". Did you mean "word-evenness"?',
    ],
    [
      [MONOLOGIC, '--text-field', 'txet'],
      'No record has the field "txet" (--text-field). The fields seen are ',
    ],
    [[MONOLOGIC, '--limit', '0'], '--limit cannot be "0". It takes a whole number of at least 1.'],
    [[MONOLOGIC, '--limit', '1e3'], '--limit cannot be "1e3".'],
    [
      [MONOLOGIC, '--max-document', '0'],
      '--max-document cannot be "0". It takes a number of bytes such as 512MB or 2GB, and no less than 1kB.',
    ],
    [[MONOLOGIC, '--max-document', '1023'], '--max-document cannot be "1023".'],
    [
      [MONOLOGIC, '--split', 'lines'],
      '--split cannot be "lines". It takes one of document, line, paragraph.',
    ],
    [
      [MONOLOGIC, '--fail-on', 'worse'],
      '--fail-on cannot be "worse". It takes one of heteroglossic, narrowing,',
    ],
    [[MONOLOGIC, '--limit'], 'The option --limit <n> needs a value.'],
    [['no-such.jsonl'], 'There is no file or folder "no-such.jsonl".'],
    [[], 'Name at least one input'],
    [['merge', 'a.profile'], 'Say where the profile goes, for example -o corpus.profile'],
    [['run', 'no-such.yaml'], 'The file "no-such.yaml" cannot be used: it does not exist.'],
    [[MONOLOGIC, '--config', 'no-such.yaml'], 'The file "no-such.yaml" cannot be used: it does not exist.'],
    [['merge', MONOLOGIC, '-o', '-'], 'is not a usable profile'],
    [
      [MONOLOGIC, '-o', 'report.pdf'],
      'names no kind of report. Use one of .html, .htm, .json, .md, .xml, .svg.',
    ],
    [['\u001b[31mred\u202e.jsonl'], 'There is no file or folder "\\u001b[31mred\\u202e.jsonl".'],
  ])('%j', async (args, answer) => {
    const { code, stdout, stderr } = await heteroglossia(args);
    expect(stderr).toContain(answer);
    expect(stderr).toMatch(/^heteroglossia: [^\n]*\n$/);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

describe.concurrent('an output that cannot be written is found before the run', () => {
  it.each<[path: string, answer: string]>([
    ['missing/report.json', 'its folder does not exist'],
    ['folder.json', 'it is a folder'],
    ['corpus.jsonl/report.md', 'a part of the path is a file, not a folder'],
    ['corpus.json', 'it is one of the inputs'],
  ])('%s', async (path, answer) => {
    await inFolder(async (folder) => {
      mkdirSync(join(folder, 'folder.json'));
      // No corpus at all: had the run started, that would be the complaint.
      writeFileSync(join(folder, 'corpus.jsonl'), '');
      writeFileSync(join(folder, 'corpus.json'), '');
      const before = readdirSync(folder);
      const { code, stderr } = await heteroglossia(['corpus.jsonl', 'corpus.json', '-o', path], {
        cwd: folder,
      });
      expect(stderr).toContain(`Cannot write to "${path}": ${answer}`);
      expect(code).toBe(2);
      expect(readdirSync(folder)).toEqual(before);
    });
  });
});

test.concurrent('faults of a pipeline are told together, each with its line and what is right', async () => {
  await inFolder(async (folder) => {
    const lines = ['job: aduit', 'input: corpus.jsonl', 'options:', '  txt-field: body', '  limit: many'];
    writeFileSync(join(folder, 'p.yaml'), lines.join('\n'));
    const { code, stderr } = await heteroglossia(['run', 'p.yaml'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr.split('\n')).toEqual([
      'heteroglossia: The file "p.yaml" is not valid:',
      '  line 1: job takes audit, compare, trend or weekly, not "aduit"',
      '  line 1: inputs is missing. It takes a list of paths, globs or -',
      '  line 2: there is no key "input". Did you mean "inputs"?',
      '  line 4: there is no key "options.txt-field". Did you mean "text-field"?',
      '  line 5: options.limit takes a whole number of at least 1, not "many"',
      '',
    ]);
  });
});

test.concurrent('a corpus that is taken for a pipeline does not flood the screen', async () => {
  await inFolder(async (folder) => {
    const record = JSON.stringify({ [`k\u001b[31m${'long'.repeat(200)}`]: '\u202e' });
    writeFileSync(join(folder, 'c.jsonl'), `${record}\n`.repeat(160));
    writeFileSync(join(folder, 'one.json'), `${record}\n`);
    for (const name of ['c.jsonl', 'one.json', MONOLOGIC]) {
      const { code, stderr } = await heteroglossia(['run', name], { cwd: folder });
      const lines = stderr.trimEnd().split('\n');
      expect(lines.length).toBeLessThanOrEqual(7);
      expect(lines.length).toBeGreaterThan(1);
      for (const line of lines.slice(1)) expect(line.length).toBeLessThanOrEqual(202);
      expect(stderr).not.toMatch(/\p{Cc}(?<!\n)|\p{Cf}/u);
      expect(code).toBe(2);
    }
    const { stderr } = await heteroglossia(['run', MONOLOGIC], { cwd: folder });
    expect(stderr).toMatch(/\n {2}and \d+ more faults\n$/);
  });
});

test.concurrent.each([
  ['no-color: yes', 'line 1: no-color takes true or false, not "yes"'],
  ['limit: .nan', 'line 1: limit takes a whole number of at least 1, not .nan'],
  ['limit: 1.50', 'line 1: limit takes a whole number of at least 1, not 1.50'],
  [
    'max-document: 1000',
    'line 1: max-document takes a number of bytes such as 512MB or 2GB, and no less than 1kB, not 1000',
  ],
  ['memory: -.inf', 'line 1: memory takes a number of bytes such as 512MB or 2GB, not -.inf'],
  ['output: { a: 1 }', 'line 1: output takes a path or a list of paths, not {"a":1}'],
  ['limmit: 4', 'line 1: there is no key "limmit". Did you mean "limit"?'],
  ['- limit', 'line 1: the file takes options as "name: value" lines, not ["limit"]'],
  ['quiet: true\nlimit: 4\nlimit: 5', 'line 3: Map keys must be unique'],
  ['split: [line', 'line 1: '],
])('the configuration %j is refused', async (text, answer) => {
  await inFolder(async (folder) => {
    writeFileSync(join(folder, 'c.yaml'), text);
    const { code, stderr } = await heteroglossia([MONOLOGIC, '--config', 'c.yaml'], { cwd: folder });
    expect(stderr).toContain(answer);
    expect(code).toBe(2);
  });
});
