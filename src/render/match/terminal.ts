/**
 * The result of a run, for a person to read in ten seconds (`commands.md`, match): what came, what was posted, what
 * is left and why, the actions that would free most of it, and where the files are. Takes the result, returns text
 * without a line end after the last line.
 */
import {catalogue} from '../../exceptions/catalogue.ts'
import {oreOfJson, zeroOre} from '../../model/money.ts'
import type {Action, MatchResult} from '../../model/run.ts'
import {compareText} from '../../model/source.ts'
import {amountsByReason} from '../../outputs/summary.ts'
import {successRate} from '../../report/success-rate.ts'
import {amountText, countText, percentText} from '../../text/numbers.ts'
import {aligned, blocks, hanging, wrapped} from '../layout.ts'
import type {Rendering} from '../rendering.ts'
import {type MatchVocabulary, vocabulary} from './vocabulary.ts'

export function renderMatch(result: MatchResult, rendering: Rendering): string {
  const words = vocabulary[rendering.language]
  return blocks([
    heading(result, words, rendering),
    totals(result, words, rendering),
    rate(result, words, rendering),
    reasons(result, words, rendering),
    actions(result, words, rendering),
    files(result, words, rendering),
  ])
}

function heading({run: {stamp}}: MatchResult, words: MatchVocabulary, {styles, width}: Rendering): string[] {
  const title = styles.bold(`${words.run} ${stamp.runId}`)
  return stamp.dryRun ? [title, ...wrapped(words.dryRun, width).map(styles.caution)] : [title]
}

function totals({run: {result}}: MatchResult, words: MatchVocabulary, {language, styles}: Rendering): string[] {
  const kinds = (['received', 'posted', 'decided', 'exceptions', 'alreadyPosted'] as const).filter(
    (kind) => kind !== 'decided' || result.totals.decided.invoices > 0,
  )
  const rows = kinds.map((kind) => {
    const {invoices, amount} = result.totals[kind]
    return [words.totals[kind], countText(invoices, language), amountText(amount, language)]
  })
  const [head = '', ...lines] = aligned([['', words.invoices, words.kroner], ...rows])
  return [styles.dim(head), ...lines.map((line, index) => (kinds[index] === 'posted' ? styles.good(line) : line))]
}

function rate({run: {result}}: MatchResult, words: MatchVocabulary, {language, styles, width}: Rendering): string[] {
  const {byCount, byAmount} = successRate(result.totals)
  if (byCount === null) return []
  const [invoices, kroner] = [
    percentText(byCount, language),
    byAmount === null ? null : percentText(byAmount, language),
  ]
  return [
    ...wrapped(words.rate(invoices, kroner), width).map(styles.bold),
    ...wrapped(words.rateMeans, width).map(styles.dim),
  ]
}

function reasons({run: {result}}: MatchResult, words: MatchVocabulary, {language, styles, width}: Rendering): string[] {
  const sorted = [...result.totals.reasons].toSorted(
    ([code, count], [otherCode, otherCount]) => otherCount - count || compareText(code, otherCode),
  )
  if (sorted.length === 0) return []
  const amounts = amountsByReason(result)
  const rows = sorted.map(([code, count]) => [
    '',
    countText(count, language),
    amountText(amounts.get(code) ?? zeroOre, language),
  ])
  const [head = '', ...leads] = aligned([['', words.invoices, words.kroner], ...rows])
  const sentences = sorted.map(([code]) => catalogue[code].sentence[language])
  return [
    styles.bold(words.reasons),
    styles.dim(head),
    ...leads.flatMap((lead, index) => hanging(`${lead}  `, sentences[index] ?? '', width)),
  ]
}

const mostActions = 3

function actions(result: MatchResult, words: MatchVocabulary, {language, styles, width}: Rendering): string[] {
  const shown = result.actions.slice(0, mostActions)
  if (shown.length === 0) return []
  const gain = ({owner, invoices, amount, atMost}: Action): string =>
    words.gain(owner, invoices, amountText(oreOfJson(amount), language), atMost)
  return [
    styles.bold(words.actions),
    ...shown.flatMap((action, index) => [
      ...hanging(`  ${index + 1}. `, action.text, width),
      ...hanging('     ', gain(action), width).map(styles.dim),
    ]),
  ]
}

/** The folder is whole on its line, for copying. */
function files({folder, run: {stamp}}: MatchResult, words: MatchVocabulary, {styles, width}: Rendering): string[] {
  const next = stamp.dryRun ? words.filesOfDryRun : words.startWith
  return [`${styles.bold(words.files)} ${folder}`, ...wrapped(next, width)]
}
