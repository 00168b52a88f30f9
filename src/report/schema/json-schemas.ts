import { z } from 'zod';
import { COMPARISON_SHAPE } from './comparison-shape.ts';
import { REPORT_SHAPE } from './report-shape.ts';
import { TREND_SHAPE } from './trend-shape.ts';
import { WEEKS_SHAPE } from './weeks-shape.ts';

/** A file of the package that says what a kind of report is made of. */
export interface SchemaFile {
  readonly name: string;
  readonly text: string;
}

/** The JSON Schemas of all kinds of reports. Fields that are not in them are allowed: adding one is no new version. */
export function schemaFiles(): readonly SchemaFile[] {
  return [
    {
      name: 'heteroglossia-report-1.schema.json',
      text: schemaText(REPORT_SHAPE, 'Report of heteroglossia audit'),
    },
    {
      name: 'heteroglossia-comparison-1.schema.json',
      text: schemaText(COMPARISON_SHAPE, 'Report of heteroglossia compare'),
    },
    {
      name: 'heteroglossia-trend-1.schema.json',
      text: schemaText(TREND_SHAPE, 'Report of heteroglossia trend'),
    },
    {
      name: 'heteroglossia-weeks-1.schema.json',
      text: schemaText(WEEKS_SHAPE, 'Index of the weekly reports of heteroglossia'),
    },
  ];
}

function schemaText(shape: z.ZodType, title: string): string {
  const schema = z.toJSONSchema(shape, {
    io: 'input',
    // That a program may not write to it is no matter of the file.
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly;
    },
  });
  return `${JSON.stringify({ ...schema, title }, null, 2)}\n`;
}
