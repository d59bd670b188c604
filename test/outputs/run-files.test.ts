/** The files of a run, and `summary.json`. */
import {describe, expect, it} from 'vitest'
import {InputError} from '../../src/model/input-error.ts'
import {runFiles} from '../../src/outputs/run-files.ts'
import {toSummary} from '../../src/outputs/summary.ts'
import {tieOut} from '../../src/outputs/tie-out/tie-out.ts'
import {aConfig, aPosting, aRun, excepted, fileText, posted, postedBefore} from '../builders/outputs.ts'
import {days} from '../builders/values.ts'

const names = async (run: Parameters<typeof runFiles>[0], config = aConfig()): Promise<string[]> =>
  (await runFiles(run, config)).map(({name}) => name)

const always = [
  'opus-remarks.csv',
  'sensum-paid.csv',
  'exceptions.csv',
  'exceptions.xlsx',
  'proof.jsonl',
  'summary.json',
]

describe('renderRun', () => {
  it('writes no file of postings where nothing is posted, and all the others', async () => {
    expect(await names(aRun([]))).toEqual(always)
    expect(await names(aRun([excepted('CPR_MISSING')]))).toEqual(always)
  })

  it('writes a file of postings for each year and part', async () => {
    const december = aPosting({period: days('2025-12-01/2025-12-31')})
    const run = aRun([posted({documentNumber: '1'}, [aPosting(), december]), posted({documentNumber: '2'})])
    expect(await names(run, aConfig({opus: {maxLines: 2}}))).toEqual([
      ...['opus-posting-2025.csv', 'opus-posting-2026.csv', 'opus-posting-2026-2.csv'],
      ...always,
    ])
  })

  it('has another ending in a dry run for what OPUS and Sensum read', async () => {
    expect(await names(aRun([posted()], {dryRun: true}))).toEqual([
      ...['opus-posting-2026.csv.trial', 'opus-remarks.csv.trial', 'sensum-paid.csv.trial'],
      ...['exceptions.csv', 'exceptions.xlsx', 'proof.jsonl', 'summary.json'],
    ])
  })

  it('leaves the paid rows to the receipt where that is asked for', async () => {
    expect(await names(aRun([posted()]), aConfig({sensum: {paidWhen: 'confirmed'}}))).not.toContain('sensum-paid.csv')
  })

  it('writes what OPUS and Sensum read in the encoding asked for, and the rest in UTF-8', async () => {
    const run = aRun([posted(), excepted('CPR_MISSING', {}, {supplierName: 'Bostedet på Ærø'})])
    const files = await runFiles(run, aConfig({opus: {encoding: 'windows-1252'}}))
    const bytes = files.find(({name}) => name === 'opus-posting-2026.csv')?.bytes ?? new Uint8Array()
    expect(new TextDecoder('windows-1252').decode(bytes)).toContain('Næste agent')
    expect(fileText(files, 'exceptions.csv')).toContain('Bostedet på Ærø')
    tieOut(run, files, aConfig())
    const marked = await runFiles(run, aConfig({opus: {encoding: 'utf-8-bom'}}))
    expect(fileText(marked, 'sensum-paid.csv')).toMatch(/^\uFEFFBevillings-id;/)
    tieOut(run, marked, aConfig())
  })

  it('tells people in the language of the files, and OPUS in Danish', async () => {
    const files = await runFiles(aRun([excepted('CPR_MISSING')]), aConfig({language: 'en'}))
    expect(fileText(files, 'exceptions.csv')).toContain('The line does not say who the citizen is.')
    expect(fileText(files, 'opus-remarks.csv')).toContain('Linjen siger ikke, hvem borgeren er.')
  })

  it('stops before anything is written where a fixed value cannot stand', async () => {
    await expect(runFiles(aRun([]), aConfig({opus: {fixed: {Beløb: '1'}}}))).rejects.toThrow(InputError)
  })

  it('gives the same bytes every time, but for the workbook', async () => {
    const run = aRun([posted(), excepted('CPR_MISSING')])
    const bytes = async () => (await runFiles(run, aConfig())).filter(({name}) => !name.endsWith('.xlsx'))
    expect(await bytes()).toEqual(await bytes())
  })
})

describe('summary.json', () => {
  it('holds stamp, inputs and control totals, amounts as text', () => {
    const run = aRun([posted(), excepted('CPR_MISSING'), excepted('CPR_MISSING'), postedBefore('20260301-080000')])
    expect(toSummary(run)).toEqual({
      runId: '20260408-101500',
      startedAt: '2026-04-08T10:15:00+02:00',
      finishedAt: '2026-04-08T10:15:09+02:00',
      dryRun: false,
      inputs: [{name: 'invoices.csv', rows: 4, sha256: 'ab'.repeat(32), kind: 'invoices'}],
      received: {invoices: 4, lines: 4, amount: '49380.00'},
      posted: {invoices: 1, lines: 1, amount: '12345.00'},
      decided: {invoices: 0, lines: 0, amount: '0.00'},
      exceptions: {invoices: 2, lines: 2, amount: '24690.00'},
      alreadyPosted: {invoices: 1, lines: 1, amount: '12345.00'},
      repeatedRows: 0,
      reasons: {CPR_MISSING: 2},
    })
  })
})
