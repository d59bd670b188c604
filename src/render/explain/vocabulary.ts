/** The words of an explained invoice, in both languages. */
import type {Language} from '../../model/language.ts'

export type ExplainVocabulary = {
  readonly several: (count: number, asked: string) => string
  readonly invoice: string
  readonly creditNote: string
  readonly document: string
  readonly issued: string
  readonly due: string
  readonly run: (runId: string, dryRun: boolean) => string
  readonly line: string
  readonly citizen: string
  readonly noCitizen: string
  readonly noPeriod: string
  /** By `basis` of the line's period. */
  readonly basis: Readonly<Record<string, string>>
  readonly notReached: string
  readonly step: string
  readonly before: string
  readonly after: string
  readonly left: string
  readonly compared: (grantId: string, grantValue: string, lineValue: string) => string
  readonly periodUnknown: (grantId: string) => string
  readonly more: (count: number) => string
  readonly nearest: (grantId: string, differences: number) => string
  readonly wouldFit: (what: string) => string
  readonly suggestion: string
  readonly onGrant: (grantId: string, what: string, days: string) => string
  readonly account: string
  readonly accountUnknown: string
  readonly opus: Readonly<Record<'open' | 'confirmed' | 'refused', string>>
  readonly reversedBy: (what: string) => string
  readonly folder: string
  readonly postedIn: string
  readonly isIn: string
  readonly history: string
}

const da: ExplainVocabulary = {
  several: (count, asked) => `${count} bilag har nummeret ${asked}; de står her hver for sig.`,
  invoice: 'Faktura',
  creditNote: 'Kreditnota',
  document: 'bilag',
  issued: 'udstedt',
  due: 'forfalder',
  run: (runId, dryRun) => (dryRun ? `Prøvekørsel ${runId}` : `Kørsel ${runId}`),
  line: 'Linje',
  citizen: 'borger',
  noCitizen: 'ingen borger fundet',
  noPeriod: 'ingen periode',
  basis: {columns: 'fra kolonnerne', text: 'fra teksten', named: 'af billing'},
  notReached: 'Linjen kom ikke så langt som til at blive holdt op mod bevillingerne.',
  step: 'Bevillinger',
  before: 'før',
  after: 'efter',
  left: 'Tilbage',
  compared: (grantId, grantValue, lineValue) =>
    `${grantId} falder ud: bevillingen har ${grantValue || '—'}, linjen ${lineValue || '—'}`,
  periodUnknown: (grantId) => `${grantId} falder ud: perioden kan ikke afgøres`,
  more: (count) => `og ${count} flere (--json viser dem alle)`,
  nearest: (grantId, differences) =>
    differences === 1 ? `Nærmest: ${grantId}, ét felt fra` : `Nærmest: ${grantId}, ${differences} felter fra`,
  wouldFit: (what) => `Det ville passe, hvis ${what}`,
  suggestion: 'Forslag:',
  onGrant: (grantId, what, days) => `på bevilling ${grantId}${what ? ` (${what})` : ''} for ${days}`,
  account: 'konto',
  accountUnknown: 'kontoen kendes ikke (kørslen er overtaget)',
  opus: {open: 'ikke bekræftet', confirmed: 'bekræftet', refused: 'afvist'},
  reversedBy: (what) => `Tilbageført med ${what}.`,
  folder: 'Kørslens mappe:',
  postedIn: 'Skrevet i',
  isIn: 'Står i',
  history: 'Regningens vej gennem kørslerne',
}

const en: ExplainVocabulary = {
  several: (count, asked) => `${count} documents bear the number ${asked}; each is told by itself.`,
  invoice: 'Invoice',
  creditNote: 'Credit note',
  document: 'document',
  issued: 'issued',
  due: 'due',
  run: (runId, dryRun) => (dryRun ? `Trial ${runId}` : `Run ${runId}`),
  line: 'Line',
  citizen: 'citizen',
  noCitizen: 'no citizen found',
  noPeriod: 'no period',
  basis: {columns: 'from the columns', text: 'from the text', named: 'by billing'},
  notReached: 'The line did not come as far as being held against the grants.',
  step: 'Grants',
  before: 'before',
  after: 'after',
  left: 'Left',
  compared: (grantId, grantValue, lineValue) =>
    `${grantId} is out: the grant has ${grantValue || '—'}, the line ${lineValue || '—'}`,
  periodUnknown: (grantId) => `${grantId} is out: the period cannot be told`,
  more: (count) => `and ${count} more (--json shows them all)`,
  nearest: (grantId, differences) =>
    differences === 1 ? `Nearest: ${grantId}, one field away` : `Nearest: ${grantId}, ${differences} fields away`,
  wouldFit: (what) => `It would fit if ${what}`,
  suggestion: 'Suggestion:',
  onGrant: (grantId, what, days) => `on grant ${grantId}${what ? ` (${what})` : ''} for ${days}`,
  account: 'account',
  accountUnknown: 'the account is not known (the run was taken over)',
  opus: {open: 'not confirmed', confirmed: 'confirmed', refused: 'refused'},
  reversedBy: (what) => `Reversed by ${what}.`,
  folder: 'The run’s folder:',
  postedIn: 'Written in',
  isIn: 'Stands in',
  history: 'The bill’s way through the runs',
}

export const vocabulary: Readonly<Record<Language, ExplainVocabulary>> = {da, en}
