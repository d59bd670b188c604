/**
 * `opus-remarks.csv` (`formats.md`): takes the verdicts, returns every invoice of the run with its status and a remark,
 * so that the caseworker sees them in OPUS. Always Danish. A remark has no CPR number.
 */

import {catalogue, ownerOf} from '../../exceptions/catalogue.ts'
import {failingLine} from '../../exceptions/failing-line.ts'
import type {GrantsById} from '../../exceptions/grants-by-id.ts'
import {suggestion} from '../../exceptions/suggestion.ts'
import {csvText} from '../../files/csv.ts'
import {sizeOf, zeroOre} from '../../model/money.ts'
import type {Posting} from '../../model/posting.ts'
import type {InvoiceVerdict} from '../../model/verdict.ts'
import {kronerText, paragraphText, periodText} from '../../text/format.ts'
import {maskedLine} from '../../text/mask.ts'

export const remarkColumns = ['Bilagsnummer', 'Fakturanummer', 'CVR-nummer', 'Status', 'Kode', 'Bemærkning'] as const

/** Characters that OPUS's remark field takes. */
export const remarkLength = 250

export const opusRemarksCsv = (verdicts: readonly InvoiceVerdict[], grants: GrantsById): string =>
  csvText(
    [
      remarkColumns,
      ...verdicts.map((verdict) => {
        const {documentNumber, invoiceNumber, supplierCvr} = verdict.invoice
        const status = verdict.outcome === 'exception' ? 'Ikke konteret' : 'Konteret'
        return [documentNumber, invoiceNumber, supplierCvr, status, verdict.reason ?? '', remark(verdict, grants)]
      }),
    ],
    'machines',
  )

/** At most 250 characters: what was posted where and for which period, or why not and who should do what. */
export function remark(verdict: InvoiceVerdict, grants: GrantsById): string {
  const {outcome, postedIn, invoice, lines} = verdict
  const failing = failingLine(verdict)
  if (failing) {
    const {sentence} = catalogue[failing.reason]
    const advice = suggestion({...failing.verdict, reason: failing.reason}, invoice, grants, 'da')
    return shortened(`${sentence.da} ${ownerOf(failing.reason, failing.verdict.evidence)}: ${advice}`)
  }
  if (outcome === 'alreadyPosted') return `Konteret i kørsel ${postedIn ?? 'før denne'}; ikke konteret igen.`
  return postedRemark(lines.flatMap(({postings}) => postings))
}

/** As many postings as there is room for, and how many more there are. */
function postedRemark(postings: readonly Posting[]): string {
  const phrases = postings.map(postingPhrase)
  for (let shown = phrases.length; shown > 0; shown -= 1) {
    const more = phrases.length - shown
    const text = `Konteret: ${phrases.slice(0, shown).join('; ')}${more > 0 ? `; og ${more} til` : ''}.`
    if (text.length <= remarkLength) return text
  }
  return shortened(`Konteret: ${phrases.join('; ')}.`)
}

function postingPhrase({account, pspElement, service, paragraph, period, amount, grantId}: Posting): string {
  const size = kronerText(sizeOf(amount), 'da')
  const what = amount < zeroOre ? `${size} tilbageført fra` : `${size} på`
  const on = `${maskedLine(service)} ${paragraphText(maskedLine(paragraph))}`
  return `${what} ${account}/${pspElement}, ${on}, ${periodText(period, 'da')}, bevilling ${grantId}`
}

function shortened(text: string): string {
  if (text.length <= remarkLength) return text
  const kept = text.slice(0, remarkLength - 1)
  return `${kept.slice(0, Math.max(kept.lastIndexOf(' '), remarkLength / 2)).trimEnd()}…`
}
