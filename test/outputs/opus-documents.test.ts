/** Names of the files for OPUS, and the number of a posting document. */
import {describe, expect, it} from 'vitest'
import {RunFault} from '../../src/model/input-error.ts'
import {ore} from '../../src/model/money.ts'
import type {InvoiceVerdict} from '../../src/model/verdict.ts'
import {opusXmlFiles} from '../../src/outputs/opus/documents.ts'
import {aPosting, aRun, posted} from '../builders/outputs.ts'
import {days} from '../builders/values.ts'
import {all, type Opus, settings, written} from './opus-files.ts'
import {faultsOf} from './opus-schema.ts'

const december = aPosting({period: days('2025-12-01/2025-12-31'), amount: ore(500_00)})

describe('names of files', () => {
  const started = (startedAt: string, takenNames: readonly string[] = []) => {
    const run = aRun([posted({}, [aPosting(), december])])
    const config = settings()
    const names = opusXmlFiles(
      {...run, stamp: {...run.stamp, startedAt}, opus: {...run.opus, takenNames: new Set(takenNames)}},
      config,
    ).map(({name}) => name)
    return names.map((name) => name.replace('ZFIR_KMD_Opus_Posteringer_IND_230_BILL_', ''))
  }

  it('are a second apart, past midnight too', () => {
    expect(started('2026-04-08T10:15:59+02:00')).toEqual(['20260408_101559.xml', '20260408_101600.xml'])
    expect(started('2026-12-31T23:59:59+01:00')).toEqual(['20261231_235959.xml', '20270101_000000.xml'])
  })

  it('are never those of an earlier run', () => {
    const taken = 'ZFIR_KMD_Opus_Posteringer_IND_230_BILL_20260408_101501.xml'
    expect(started('2026-04-08T10:15:00+02:00', [taken])).toEqual(['20260408_101502.xml', '20260408_101503.xml'])
  })
})

describe('POSTING_DOCUMENT', () => {
  const bill = (documentNumber: string, count: number) =>
    posted(
      {documentNumber},
      Array.from({length: count}, (_, at) => aPosting({amount: ore(at + 1)})),
    )

  it('is one for each invoice and year, as the CSV parts have them', () => {
    const files = written([bill('1', 2), posted({documentNumber: '2'}, [aPosting(), december])])
    const numbers = [...files.values()].map((xml) => all(xml, 'XBLNR_ALT'))
    expect(numbers).toEqual([['2'], ['1', '2']])
    expect([...files.values()].flatMap((xml) => all(xml, 'REF_KEY_3'))).toEqual([
      '1',
      '2',
      '1',
      '2',
      '3',
      '4',
      '1',
      '2',
    ])
  })

  it('is several, each with its own id and lines from 1, only where an invoice alone is too long', () => {
    const files = [...written([bill('1', 1), bill('2', 5)], {maxLines: 4}).values()]
    for (const xml of files) expect(faultsOf(xml)).toEqual([])
    expect(files.map((xml) => all(xml, 'NO_DOC_POSITION').join())).toEqual(['2', '4', '4', '2'])
    const ids = files.flatMap((xml) => all(xml, 'RECEIV_DOC'))
    expect(new Set(ids).size).toBe(4)
    expect([...written([bill('2', 5)], {maxLines: 4}).values()].flatMap((xml) => all(xml, 'RECEIV_DOC'))).toEqual(
      ids.slice(1),
    )
  })

  it('has an id that depends on the invoice, the year and the part alone', () => {
    const idOf = (verdicts: readonly InvoiceVerdict[], opus: Opus = {}) =>
      [...written(verdicts, opus).values()].map((xml) => all(xml, 'RECEIV_DOC').join())
    const [id] = idOf([bill('1', 1)])
    expect(id).toMatch(/^B[0-9A-Z]{15}$/)
    expect(idOf([bill('0', 3), bill('1', 2)], {maxLines: 6, xml: {environment: 'T02'}})[1]).toBe(id)
    expect(idOf([posted({documentNumber: '1'}, [december])])).not.toEqual([id])
    expect(idOf([bill('2', 1)])).not.toEqual([id])
  })

  it('stops the run where two would have one id', () => {
    const run = aRun([bill('1', 1), bill('2', 1)])
    const same = {...run, opus: {...run.opus, idOf: () => 'B000000000000001'}}
    expect(() => opusXmlFiles(same, settings())).toThrow(RunFault)
  })
})
