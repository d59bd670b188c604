/** The numbers of an invoice's lines (`formats.md`, Invoices), each a different one. */
import {compareLineNumbers, type InvoiceLine} from '../model/invoice.ts'
import {compareText} from '../model/source.ts'

/** Lines without a number get one, by citizen, period, amount and text; a number that two lines have is made different. */
export function numberedLines(lines: readonly InvoiceLine[]): InvoiceLine[] {
  const taken = new Set(lines.map(({lineNumber}) => lineNumber))
  let next = 1
  const free = (): string => {
    while (taken.has(String(next))) next += 1
    taken.add(String(next))
    return String(next)
  }
  const seen = new Map<string, number>()
  const unnumbered = lines
    .filter(({lineNumber}) => lineNumber === '')
    .toSorted((a, b) => compareText(orderOf(a), orderOf(b)))
  const given = new Map(unnumbered.map((line) => [line, free()]))
  return lines
    .map((line): InvoiceLine => {
      const number = given.get(line) ?? line.lineNumber
      const times = (seen.get(number) ?? 0) + 1
      seen.set(number, times)
      return {...line, lineNumber: times === 1 ? number : `${number} (${times})`}
    })
    .toSorted((a, b) => compareLineNumbers(a.lineNumber, b.lineNumber))
}

function orderOf({cprField, periodFrom, periodTo, amount, text}: InvoiceLine): string {
  const citizen = cprField.kind === 'number' ? cprField.cpr : cprField.kind === 'invalid' ? cprField.text : ''
  const size = String(Math.abs(amount)).padStart(15, '0')
  return [citizen, periodFrom ?? '', periodTo ?? '', `${amount < 0 ? '-' : '+'}${size}`, text].join('\u0000')
}
