/** The words of the result, in both languages. */
import type {Language} from '../../model/language.ts'

export type Words = {
  readonly run: string
  readonly dryRun: string
  readonly invoices: string
  readonly kroner: string
  readonly totals: Readonly<Record<'received' | 'posted' | 'decided' | 'exceptions' | 'alreadyPosted', string>>
  readonly rate: (byCount: string, byAmount: string | undefined) => string
  readonly rateMeans: string
  readonly reasons: string
  readonly actions: string
  /** `count` is `invoices` as shown. */
  readonly gain: (owner: string, count: string, invoices: number, kroner: string, atMost: boolean) => string
  readonly files: string
  readonly startWith: string
  readonly filesOfTrial: string
}

export const wordsIn = (language: Language): Words => (language === 'da' ? danish : english)

const danish: Words = {
  run: 'Kørsel',
  dryRun: 'Prøvekørsel: intet er konteret, og ledger-filen husker kun prøven.',
  invoices: 'Regninger',
  kroner: 'Kroner',
  totals: {
    received: 'Modtaget',
    posted: 'Konteret',
    decided: 'Afgjort af en medarbejder',
    exceptions: 'Til behandling',
    alreadyPosted: 'Konteret i en tidligere kørsel',
  },
  rate: (byCount, byAmount) =>
    `Konteret automatisk: ${byCount} % af regningerne${byAmount === undefined ? '' : `, ${byAmount} % af kronerne`}`,
  rateMeans: 'Af de modtagne regninger, som ikke var konteret i en tidligere kørsel.',
  reasons: 'Hvorfor resten er til behandling',
  actions: 'Det, der frigør flest regninger',
  gain: (owner, count, invoices, kroner, atMost) =>
    `${owner}: ${atMost ? 'op til ' : ''}${count} ${invoices === 1 ? 'regning' : 'regninger'}, ${kroner} kr.`,
  files: 'Filerne ligger i',
  startWith: 'Begynd med exceptions.xlsx: en række for hver linje, der er til behandling.',
  filesOfTrial: 'Begynd med exceptions.xlsx. Filerne til OPUS og Sensum ender på .trial og skal ikke indlæses.',
}

const english: Words = {
  run: 'Run',
  dryRun: 'Trial: nothing has been posted, and the ledger remembers only the trial.',
  invoices: 'Invoices',
  kroner: 'Kroner',
  totals: {
    received: 'Received',
    posted: 'Posted',
    decided: 'Decided by a person',
    exceptions: 'Left to a person',
    alreadyPosted: 'Posted by an earlier run',
  },
  rate: (byCount, byAmount) =>
    `Posted automatically: ${byCount} % of the invoices${byAmount === undefined ? '' : `, ${byAmount} % of the kroner`}`,
  rateMeans: 'Of the invoices received that no earlier run had posted.',
  reasons: 'Why the rest is left to a person',
  actions: 'What would free most invoices',
  gain: (owner, count, invoices, kroner, atMost) =>
    `${owner}: ${atMost ? 'up to ' : ''}${count} ${invoices === 1 ? 'invoice' : 'invoices'}, DKK ${kroner}`,
  files: 'The files are in',
  startWith: 'Start with exceptions.xlsx: one row for each line left to a person.',
  filesOfTrial: 'Start with exceptions.xlsx. The files for OPUS and Sensum end in .trial and are not to be imported.',
}
