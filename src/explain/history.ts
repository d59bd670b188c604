/** What became of a bill in each run that saw it, in words, and what holds of it now. */

import {catalogue} from '../exceptions/catalogue.ts'
import type {HistoricVerdict, InvoiceHistory, OtherDocument} from '../ledger/read/invoice-history.ts'
import type {Language} from '../model/language.ts'
import {kronerText} from '../text/format.ts'
import {maskedNumber} from '../text/mask.ts'
import type {HistoryEntry} from './explanation.ts'

/** Oldest first, trials before runs. */
export const historyOf = ({verdicts, held}: InvoiceHistory, language: Language): HistoryEntry[] =>
  verdicts.map((verdict, at) => {
    const {run, outcome, reason} = verdict
    const isLast = at === verdicts.length - 1
    const notes = [
      verdictText(verdict, language),
      changed(verdict, verdicts[at - 1], language),
      ...(run.state === 'undone' ? [language === 'da' ? 'Kørslen er fortrudt.' : 'The run was undone.'] : []),
      ...(isLast && held ? [heldText[held][language]] : []),
    ]
    return {
      ...{runId: run.runId, day: run.today, dryRun: run.dryRun, undone: run.state === 'undone', outcome, reason},
      text: notes.filter((note) => note !== '').join(' '),
    }
  })

/** The verdict that is explained where no run is asked for: the one that posted it, else the newest that stands. */
export function tellingVerdict(verdicts: readonly HistoricVerdict[]): HistoricVerdict | undefined {
  const standing = verdicts.filter(({run}) => !run.dryRun && run.state !== 'undone')
  return (
    standing.find(({outcome, opusState}) => outcome === 'posted' && opusState !== 'refused') ??
    standing.at(-1) ??
    verdicts.at(-1)
  )
}

export function verdictText(verdict: HistoricVerdict, language: Language): string {
  const {outcome, reason, owner, postedIn, opusState, run, lines} = verdict
  const say = (da: string, en: string): string => (language === 'da' ? da : en)
  if (outcome === 'alreadyPosted')
    return postedIn
      ? say(`Konteret i forvejen, i kørsel ${postedIn}.`, `Posted already, by run ${postedIn}.`)
      : say('Konteret i forvejen.', 'Posted already.')
  if (outcome === 'exception') {
    const sentence = reason ? catalogue[reason].sentence[language] : ''
    return say(
      `Til behandling${owner ? ` hos ${owner}` : ''}: ${sentence}`,
      `Left to a person${owner ? ` (${owner})` : ''}: ${sentence}`,
    )
  }
  if (run.dryRun) return say('Ville være konteret.', 'Would have been posted.')
  const reversed = lines.flatMap(({reversals}) => reversals)
  const [back] = reversed
  return [
    say('Konteret.', 'Posted.'),
    opusState === 'refused' ? say('OPUS har afvist konteringen.', 'OPUS refused the posting.') : '',
    opusState === 'confirmed' ? say('OPUS har bekræftet.', 'OPUS has confirmed.') : '',
    back
      ? say(
          `Tilbageført med ${documentName(back, 'da')} i kørsel ${back.runId}.`,
          `Reversed by ${documentName(back, 'en')} in run ${back.runId}.`,
        )
      : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
}

/** `bilag 5100200000, faktura 0043897`; no CPR number whole. */
export function documentName(
  {documentNumber, invoiceNumber}: Pick<OtherDocument, 'documentNumber' | 'invoiceNumber'>,
  language: Language,
): string {
  const [document, invoice] = [maskedNumber(documentNumber), maskedNumber(invoiceNumber)]
  const parts = [
    ...(document ? [language === 'da' ? `bilag ${document}` : `document ${document}`] : []),
    ...(invoice ? [language === 'da' ? `faktura ${invoice}` : `invoice ${invoice}`] : []),
  ]
  return parts.join(', ')
}

function changed(now: HistoricVerdict, before: HistoricVerdict | undefined, language: Language): string {
  if (!before || before.total === now.total) return ''
  const [from, to] = [kronerText(before.total, language), kronerText(now.total, language)]
  return language === 'da' ? `Beløbet var ${from} og er nu ${to}.` : `The total was ${from} and is now ${to}.`
}

const heldText = {
  CREDITED_UNPOSTED: {
    da: 'Holdt tilbage af en kreditnota; den prøves ikke igen.',
    en: 'Held back by a credit note; it is not tried again.',
  },
  REJECTED: {
    da: 'Afvist af en medarbejder; den prøves ikke igen.',
    en: 'Rejected by a person; it is not tried again.',
  },
} as const
