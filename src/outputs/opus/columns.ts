/** The 25 columns of the import into a reposting voucher, in their order (`formats.md`, opus-posting). */
export const opusColumns = [
  'Artskonto',
  'Omkostningssted',
  'PSP-element',
  'Profitcenter',
  'Ordre',
  'Debet/kredit',
  'Beløb',
  'Næste agent',
  'Tekst',
  'Betalingsart',
  'Påligningsår',
  'Betalingsmodtagernr.',
  'Betalingsmodtagernr.kode',
  'Ydelsesmodtagernr.',
  'Ydelsesmodtagernr.kode',
  'Ydelsesperiode fra',
  'Ydelsesperiode til',
  'Oplysningspligtnr.',
  'Oplysningspligtmodtagernr.kode',
  'Oplysningspligtkode',
  'Netværk',
  'Operation',
  'Mængde',
  'Mængdeenhed',
  'Referencenøgle',
] as const

export type OpusColumn = (typeof opusColumns)[number]

/** Columns that the program fills; `opus.fixed` may fill the others. */
export const filledColumns = [
  'Artskonto',
  'PSP-element',
  'Debet/kredit',
  'Beløb',
  'Tekst',
  'Ydelsesmodtagernr.',
  'Ydelsesmodtagernr.kode',
  'Ydelsesperiode fra',
  'Ydelsesperiode til',
  'Referencenøgle',
] as const satisfies readonly OpusColumn[]
