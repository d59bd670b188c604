/**
 * What became of an invoice in each run that saw it, in words, and what holds of it now (`commands.md`, explain). Takes
 * what the ledger knows of it, returns an entry for each run.
 */
import {catalogue} from '../exceptions/catalogue.ts'
import type {HistoricVerdict, InvoiceHistory, OtherDocument} from '../ledger/read/invoice-history.ts'
import type {Language, LocalizedText} from '../model/language.ts'
import {inLanguage, kronerText} from '../text/format.ts'
import {maskedNumber} from '../text/mask.ts'
import type {HistoryEntry} from './explanation.ts'

/** Oldest first, dry runs before runs. */
export const historyOf = ({verdicts, held}: InvoiceHistory, language: Language): HistoryEntry[] =>
  verdicts.map((verdict, index) => {
    const {run, outcome, reason} = verdict
    const isLast = index === verdicts.length - 1
    const sentences = [
      verdictText(verdict, language),
      changeOfTotal(verdict, verdicts[index - 1], language),
      run.state === 'undone' ? inLanguage(language, 'Kørslen er fortrudt.', 'The run was undone.') : '',
      isLast && held ? heldText[held][language] : '',
    ]
    return {
      ...{runId: run.runId, day: run.today, dryRun: run.dryRun, undone: run.state === 'undone', outcome, reason},
      text: joinSentences(sentences),
    }
  })

/** The verdict that is explained where no run is asked for: the one that posted it, else the newest that holds. */
export function decidingVerdict(verdicts: readonly HistoricVerdict[]): HistoricVerdict | undefined {
  const ofRuns = verdicts.filter(({run}) => !run.dryRun && run.state !== 'undone')
  return (
    ofRuns.find(({outcome, opusState}) => outcome === 'posted' && opusState !== 'refused') ??
    ofRuns.at(-1) ??
    verdicts.at(-1)
  )
}

/** The verdict in one or two sentences. */
export function verdictText(verdict: HistoricVerdict, language: Language): string {
  const {outcome, run} = verdict
  if (outcome === 'alreadyPosted') return alreadyPostedText(verdict, language)
  if (outcome === 'exception') return exceptionText(verdict, language)
  return run.dryRun
    ? inLanguage(language, 'Ville være konteret.', 'Would have been posted.')
    : postedText(verdict, language)
}

const alreadyPostedText = ({postedIn}: HistoricVerdict, language: Language): string =>
  postedIn
    ? inLanguage(language, `Konteret i forvejen, i kørsel ${postedIn}.`, `Posted already, by run ${postedIn}.`)
    : inLanguage(language, 'Konteret i forvejen.', 'Posted already.')

function exceptionText({reason, owner}: HistoricVerdict, language: Language): string {
  const sentence = reason ? catalogue[reason].sentence[language] : ''
  return inLanguage(
    language,
    `Til behandling${owner ? ` hos ${owner}` : ''}: ${sentence}`,
    `Left to a person${owner ? ` (${owner})` : ''}: ${sentence}`,
  )
}

function postedText({opusState, lines}: HistoricVerdict, language: Language): string {
  const [reversal] = lines.flatMap(({reversals}) => reversals)
  return joinSentences([
    inLanguage(language, 'Konteret.', 'Posted.'),
    opusState === 'refused' ? inLanguage(language, 'OPUS har afvist konteringen.', 'OPUS refused the posting.') : '',
    opusState === 'confirmed' ? inLanguage(language, 'OPUS har bekræftet.', 'OPUS has confirmed.') : '',
    reversal
      ? inLanguage(
          language,
          `Tilbageført med ${documentName(reversal, 'da')} i kørsel ${reversal.runId}.`,
          `Reversed by ${documentName(reversal, 'en')} in run ${reversal.runId}.`,
        )
      : '',
  ])
}

const joinSentences = (sentences: readonly string[]): string =>
  sentences.filter((sentence) => sentence !== '').join(' ')

/** `bilag 5100200000, faktura 0043897`; no CPR number is whole. */
export function documentName(
  {documentNumber, invoiceNumber}: Pick<OtherDocument, 'documentNumber' | 'invoiceNumber'>,
  language: Language,
): string {
  const [document, invoice] = [maskedNumber(documentNumber), maskedNumber(invoiceNumber)]
  return [
    document && `${inLanguage(language, 'bilag', 'document')} ${document}`,
    invoice && `${inLanguage(language, 'faktura', 'invoice')} ${invoice}`,
  ]
    .filter((part) => part !== '')
    .join(', ')
}

/** Empty where the total is what it was in the run before. */
function changeOfTotal(now: HistoricVerdict, before: HistoricVerdict | undefined, language: Language): string {
  if (!before || before.total === now.total) return ''
  const [from, to] = [kronerText(before.total, language), kronerText(now.total, language)]
  return inLanguage(language, `Beløbet var ${from} og er nu ${to}.`, `The total was ${from} and is now ${to}.`)
}

const heldText: Readonly<Record<Exclude<InvoiceHistory['held'], null>, LocalizedText>> = {
  CREDITED_UNPOSTED: {
    da: 'Holdt tilbage af en kreditnota; den prøves ikke igen.',
    en: 'Held back by a credit note; it is not tried again.',
  },
  REJECTED: {
    da: 'Afvist af en medarbejder; den prøves ikke igen.',
    en: 'Rejected by a person; it is not tried again.',
  },
}
