/** Any postings make XML that is valid, balances and ties out with the CSV. */
import fc from 'fast-check'
import {expect, it} from 'vitest'
import {addDays, type IsoDate} from '../../src/model/calendar.ts'
import {ore} from '../../src/model/money.ts'
import type {Posting} from '../../src/model/posting.ts'
import type {InvoiceVerdict} from '../../src/model/verdict.ts'
import {opusPostingCsv, postingFileName} from '../../src/outputs/opus/posting-csv.ts'
import {postingParts} from '../../src/outputs/opus/posting-parts.ts'
import {tieOutXml} from '../../src/outputs/tie-out/tie-out-xml.ts'
import {aPosting, aRun, posted} from '../builders/outputs.ts'
import {anna, bo} from '../builders/values.ts'
import {all, settings, written} from './opus-files.ts'
import {faultsOf} from './opus-schema.ts'

const anyText = fc.oneof(
  fc.string({unit: 'binary', maxLength: 70}),
  fc.string({unit: fc.constantFrom(...'&<>"\'😀\u0000\u001F\uD800\uFFFF\u0085\t\n]æØ ')}),
)

const posting: fc.Arbitrary<Posting> = fc
  .record({
    amount: fc.integer({min: 1, max: 99_999_999_99}).chain((size) => fc.constantFrom(size, -size)),
    service: anyText,
    paragraph: fc.constantFrom('107', 'STU', 'BL 104'),
    citizen: fc.constantFrom(anna, bo),
    from: fc.integer({min: 0, max: 800}).map((days) => addDays('2024-06-01' as IsoDate, days)),
    days: fc.integer({min: 0, max: 60}),
    isStatus: fc.boolean(),
  })
  .map(({amount, service, paragraph, citizen, from, days, isStatus}) =>
    aPosting({
      ...{service, paragraph, citizen, amount: ore(amount), period: {from, to: addDays(from, days)}},
      ...(isStatus ? {account: '90515060', pspElement: ''} : {}),
    }),
  )

/** Some of them longer than a file may be, all under numbers of their own. */
const verdicts: fc.Arbitrary<InvoiceVerdict[]> = fc
  .array(fc.tuple(anyText, fc.boolean(), fc.array(posting, {minLength: 1, maxLength: 7})), {maxLength: 6})
  .map((bills) =>
    bills.map(([number, isNumbered, postings], at) =>
      posted({documentNumber: isNumbered ? `${at}${number}` : '', invoiceNumber: `F${at}${number}`}, postings),
    ),
  )
  .map((bills) => bills.map((bill, at) => ({...bill, documentKey: `doc:${at}`})))

const inOre = (text: string): number => Number(text.replace('.', ''))
const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0)

it('any postings give valid files, one for each CSV part, that hold just them and balance', () => {
  fc.assert(
    fc.property(verdicts, fc.integer({min: 2, max: 14}), (bills, maxLines) => {
      const files = [...written(bills, {maxLines}).values()]
      const parts = postingParts(bills, maxLines)
      expect(files).toHaveLength(parts.length)
      for (const [at, xml] of files.entries()) {
        expect(faultsOf(xml)).toEqual([])
        const amounts = all(xml, 'AMT_DOCCUR').map(inOre)
        expect(amounts.length).toBeLessThanOrEqual(maxLines)
        expect(amounts.filter((_, line) => line % 2 === 0)).toEqual(
          parts[at]?.blocks.flatMap(({postings}) => postings.map(({amount}) => amount)),
        )
        expect(sum(amounts)).toBe(0)
        expect(sum(all(xml, 'BALANCE_DEBET').map(inOre))).toBe(sum(amounts.filter((amount) => amount > 0)))
        expect(sum(all(xml, 'BALANCE_CREDIT').map(inOre))).toBe(sum(amounts.filter((amount) => amount < 0)))
        expect(sum(all(xml, 'NO_DOC_POSITION').map(Number))).toBe(amounts.length)
        expect(all(xml, 'RECEIV_DOC')).toHaveLength(parts[at]?.blocks.length ?? 0)
      }
      const ids = files.flatMap((xml) => all(xml, 'RECEIV_DOC'))
      expect(new Set(ids).size).toBe(ids.length)
    }),
    {numRuns: 150},
  )
})

it('any postings tie out with what was written, and beside the CSV with that', () => {
  const bytesOf = (text: string) => new TextEncoder().encode(text)
  fc.assert(
    fc.property(verdicts, fc.integer({min: 2, max: 14}), (bills, maxLines) => {
      const [run, config] = [aRun(bills), settings({format: 'both', maxLines})]
      const files = [...written(bills, {format: 'both', maxLines})].map(([name, xml]) => ({name, bytes: bytesOf(xml)}))
      const csv = new Map(
        postingParts(bills, maxLines).map((part) => [
          postingFileName(part),
          opusPostingCsv(part, config)
            .match(/;(Debet|Kredit);\d+,\d\d;/g)
            ?.map(signed) ?? [],
        ]),
      )
      expect(() => tieOutXml(run, files, config, csv)).not.toThrow()
    }),
    {numRuns: 50},
  )
})

const signed = (cells: string): number => Number(cells.replaceAll(/\D/g, '')) * (cells.includes('Debet') ? 1 : -1)

it('the id of a document is the same whatever stands beside it', () => {
  const alone = (bill: InvoiceVerdict) => [...written([bill]).values()].flatMap((xml) => all(xml, 'RECEIV_DOC'))
  fc.assert(
    fc.property(verdicts, (bills) => {
      const together = [...written(bills).values()].flatMap((xml) => all(xml, 'RECEIV_DOC'))
      expect(together.toSorted()).toEqual(bills.flatMap(alone).toSorted())
    }),
    {numRuns: 50},
  )
})
