/** A difference between what was read, decided and written stops the run. */
import {describe, expect, it} from 'vitest'
import {RunFault} from '../../src/model/input-error.ts'
import {ore} from '../../src/model/money.ts'
import type {FinishedRun, OutputFile} from '../../src/model/run.ts'
import {runFiles} from '../../src/outputs/run-files.ts'
import {tieOut} from '../../src/outputs/tie-out/tie-out.ts'
import {aConfig, aPosting, aRun, excepted, posted, postedBefore} from '../builders/outputs.ts'
import {days} from '../builders/values.ts'

const december = aPosting({period: days('2025-12-01/2025-12-31')})
const run = aRun([
  posted({documentNumber: '1'}, [aPosting(), december]),
  posted({documentNumber: '2'}, [aPosting({amount: ore(-5_00)})]),
  excepted('CPR_MISSING', {}, {documentNumber: '3'}),
  postedBefore('20260301-080000', {documentNumber: '4'}),
])

/** The files of the run, one of them changed as text. */
async function changed(file: string, change: (text: string) => string): Promise<OutputFile[]> {
  const files = await runFiles(run, aConfig())
  expect(files.map(({name}) => name)).toContain(file)
  return files.map(({name, bytes}) =>
    name === file ? {name, bytes: new TextEncoder().encode(change(new TextDecoder().decode(bytes)))} : {name, bytes},
  )
}

const without = (line: number) => (text: string) => text.split('\n').toSpliced(line, 1).join('\n')

describe('tieOut', () => {
  it('passes the files of an ordinary run, of a dry run and of an empty run', async () => {
    for (const each of [run, {...run, stamp: {...run.stamp, dryRun: true}}, aRun([])]) {
      const files = await runFiles(each, aConfig({opus: {maxLines: 2}}))
      expect(() => tieOut(each, files, aConfig())).not.toThrow()
    }
  })

  it.each([
    ['an amount of one side changed', 'opus-posting-2026.csv', (text: string) => text.replace('12345,00', '12345,01')],
    [
      'both amounts of a pair changed',
      'opus-posting-2026.csv',
      (text: string) => text.replaceAll('12345,00', '12346,00'),
    ],
    [
      'the sides of a pair swapped',
      'opus-posting-2025.csv',
      (text: string) => text.replace('Debet;', 'X;').replace('Kredit;', 'Debet;').replace('X;', 'Kredit;'),
    ],
    ['two debits', 'opus-posting-2025.csv', (text: string) => text.replace(';Kredit;', ';Debet;')],
    ['a line missing', 'opus-posting-2026.csv', without(1)],
    ['a pair missing', 'opus-posting-2025.csv', (text: string) => without(1)(without(1)(text))],
    ['no amount', 'opus-posting-2026.csv', (text: string) => text.replace('12345,00', '12.345,00')],
    ['a paid row missing', 'sensum-paid.csv', without(2)],
    ['a paid amount changed', 'sensum-paid.csv', (text: string) => text.replace('-5,00', '5,00')],
    ['a remark missing', 'opus-remarks.csv', without(1)],
    ['an exception missing', 'exceptions.csv', without(1)],
    ['an amount of an exception changed', 'exceptions.csv', (text: string) => text.replace(';12345,00;', ';12345,01;')],
    ['a proof missing', 'proof.jsonl', without(0)],
  ])('stops at %s', async (_, file, change) => {
    const files = await changed(file, change)
    expect(() => tieOut(run, files, aConfig())).toThrow(RunFault)
  })

  it('stops where a file of postings is missing', async () => {
    const files = (await runFiles(run, aConfig())).filter(({name}) => name !== 'opus-posting-2025.csv')
    expect(() => tieOut(run, files, aConfig())).toThrow(/pairs of the posting files: 2 against 3/)
  })

  const {totals} = run.result
  const unequal: readonly (readonly [string, FinishedRun])[] = [
    ['a row read that is no line', {...run, read: {...run.read, repeatedRows: 1}}],
    [
      'an invoice counted twice',
      {...run, result: {...run.result, totals: {...totals, posted: {...totals.posted, invoices: 3}}}},
    ],
    [
      'øre that are nowhere',
      {
        ...run,
        result: {
          ...run.result,
          totals: {...totals, received: {...totals.received, amount: ore(totals.received.amount + 1)}},
        },
      },
    ],
    ['a verdict left out', {...run, result: {...run.result, verdicts: run.result.verdicts.slice(1)}}],
    [
      'postings of another amount than the bill',
      aRun(
        [posted({}, [aPosting()])].map((verdict) => ({
          ...verdict,
          lines: verdict.lines.map((line) => ({...line, postings: [aPosting({amount: ore(1)})]})),
        })),
      ),
    ],
  ]

  it.each(unequal)('stops at %s', async (_, each) => {
    const files = await runFiles(each, aConfig())
    expect(() => tieOut(each, files, aConfig())).toThrow(RunFault)
  })

  it('counts repeated rows, and what people decided, as received', async () => {
    const decided = {
      ...totals,
      posted: {...totals.posted, invoices: 1},
      decided: {invoices: 1, lines: 0, amount: ore(0)},
    }
    const [file] = run.read.files
    const each = {
      ...run,
      read: {...run.read, repeatedRows: 2, files: file ? [{...file, rows: file.rows + 2}] : []},
      result: {...run.result, totals: decided},
    }
    const files = await runFiles(each, aConfig())
    expect(() => tieOut(each, files, aConfig())).not.toThrow()
  })
})
