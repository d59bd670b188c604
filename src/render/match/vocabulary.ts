/** The words of the result of a run, in both languages. */
import type {ControlTotals} from '../../model/batch.ts'
import type {Language} from '../../model/language.ts'
import {counted} from '../../text/format.ts'

export type MatchVocabulary = {
  readonly run: string
  readonly dryRun: string
  readonly invoices: string
  readonly kroner: string
  readonly totals: Readonly<Record<Exclude<keyof ControlTotals, 'reasons'>, string>>
  /** Both as shown, with their sign; `byAmount` is null where it has no meaning. */
  readonly rate: (byCount: string, byAmount: string | null) => string
  readonly rateMeans: string
  readonly reasons: string
  readonly actions: string
  readonly gain: (owner: string, invoices: number, kroner: string, atMost: boolean) => string
  readonly files: string
  readonly startWith: string
  readonly filesOfDryRun: string
}

const da: MatchVocabulary = {
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
    `Konteret automatisk: ${byCount} af regningerne${byAmount === null ? '' : `, ${byAmount} af kronerne`}`,
  rateMeans: 'Af de modtagne regninger, som ikke var konteret i en tidligere kørsel.',
  reasons: 'Hvorfor resten er til behandling',
  actions: 'Det, der frigør flest regninger',
  gain: (owner, invoices, kroner, atMost) =>
    `${owner}: ${atMost ? 'op til ' : ''}${counted(invoices, 'regning', 'regninger', 'da')}, ${kroner} kr.`,
  files: 'Filerne ligger i',
  startWith: 'Begynd med exceptions.xlsx: en række for hver linje, der er til behandling.',
  filesOfDryRun: 'Begynd med exceptions.xlsx. Filerne til OPUS og Sensum ender på .trial og skal ikke indlæses.',
}

const en: MatchVocabulary = {
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
    `Posted automatically: ${byCount} of the invoices${byAmount === null ? '' : `, ${byAmount} of the kroner`}`,
  rateMeans: 'Of the invoices received that no earlier run had posted.',
  reasons: 'Why the rest is left to a person',
  actions: 'What would free most invoices',
  gain: (owner, invoices, kroner, atMost) =>
    `${owner}: ${atMost ? 'up to ' : ''}${counted(invoices, 'invoice', 'invoices', 'en')}, DKK ${kroner}`,
  files: 'The files are in',
  startWith: 'Start with exceptions.xlsx: one row for each line left to a person.',
  filesOfDryRun: 'Start with exceptions.xlsx. The files for OPUS and Sensum end in .trial and are not to be imported.',
}

export const vocabulary: Readonly<Record<Language, MatchVocabulary>> = {da, en}
