/** What the tie-out counts in a file: its rows and amounts, whatever its texts hold. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {csvText} from '../../src/files/csv.ts'
import {encodeText} from '../../src/files/encode.ts'
import {type Ore, ore} from '../../src/model/money.ts'
import {countedFile} from '../../src/outputs/tie-out/counted-file.ts'

const count = (name: string, text: string) => countedFile({name, bytes: encodeText(text, 'utf-8')})
const postings = (rows: string): readonly number[] =>
  count('opus-posting-2026.csv', `Artskonto;Beløb;Debet/kredit\r\n${rows}`).amounts

describe('countedFile', () => {
  it('counts debit as positive, credit as negative', () => {
    expect(postings('52132000;1234,50;Debet\r\n90540000;1234,50;Kredit\r\n')).toEqual([1234_50, -1234_50])
  })

  it.each([
    ['no amount', '52132000;;Debet'],
    ['grouped thousands', '52132000;1.234,50;Debet'],
    ['another decimal mark', '52132000;1234.50;Debet'],
    ['no side', '52132000;1234,50;'],
    ['another word for a side', '52132000;1234,50;debet'],
    ['a cell too many', '52132000;1234,50;Debet;'],
    ['a cell too few', '52132000;1234,50'],
    ['a semicolon outside quotes', '5213;2000;1234,50;Debet'],
    ['nothing', ''],
  ])('takes no number from a row with %s', (_, row) => {
    expect(postings(`${row}\r\n52132000;1,00;Debet\r\n`)).toEqual([Number.NaN, 100])
  })

  it('counts what a dry run wrote, and the lines of a proof', () => {
    expect(count('opus-posting-2026-2.csv.trial', 'Beløb;Debet/kredit\r\n1,00;Kredit\r\n').amounts).toEqual([-100])
    expect(count('proof.jsonl', '{}\n{}\n')).toMatchObject({rows: 2, amounts: []})
    expect(count('summary.json', '{\n}\n')).toMatchObject({rows: 0, amounts: []})
  })

  it('finds every amount between texts of any kind, in every encoding', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom(';', '"', '""', '\r\n', '\n', 'a;"b"\r\n;', 'æ\u2013ø', '=1+1', ''),
    )
    const row = fc.tuple(text, fc.integer({min: -99_999_999, max: 99_999_999}).map(ore), text)
    const encoding = fc.constantFrom('utf-8' as const, 'utf-8-bom' as const, 'windows-1252' as const)
    const readers = fc.constantFrom('people' as const, 'machines' as const)
    fc.assert(
      fc.property(fc.array(row), encoding, readers, (rows, form, reader) => {
        const table: (string | Ore)[][] = [['Årsag', 'Beløb', 'Kilde'], ...rows]
        const bytes = encodeText(csvText(table, reader), form)
        const amounts = rows.map(([, amount]) => amount)
        expect(countedFile({name: 'exceptions.csv', bytes})).toEqual({
          name: 'exceptions.csv',
          rows: rows.length,
          amounts,
        })
        expect(countedFile({name: 'opus-remarks.csv', bytes}).rows).toBe(rows.length)
      }),
      {numRuns: 500},
    )
  })
})
