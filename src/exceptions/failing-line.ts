/** The line that an invoice left to a person counts under (`matching.md` 3, Several lines). */
import type {ReasonCode} from '../model/reason.ts'
import type {InvoiceVerdict, LineVerdict} from '../model/verdict.ts'

export type FailingLine = {readonly verdict: LineVerdict; readonly reason: ReasonCode}

/** Undefined for an invoice that is no exception. A line has always a code of its own, or its invoice's. */
export function failingLine({
  outcome,
  reason,
  lines,
}: Pick<InvoiceVerdict, 'outcome' | 'reason' | 'lines'>): FailingLine | undefined {
  if (outcome !== 'exception') return undefined
  const own = lines.find((line) => line.reason !== null && line.reason !== 'OTHER_LINE_FAILED')
  const first = lines.find((line) => line.reason === reason) ?? own ?? lines[0]
  return first && {verdict: first, reason: reason ?? first.reason ?? 'OTHER_LINE_FAILED'}
}
