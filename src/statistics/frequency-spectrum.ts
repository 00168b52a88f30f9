export interface SpectrumRow {
  readonly frequency: number;
  readonly types: number;
}

export type FrequencySpectrum = readonly SpectrumRow[];
