/** KMD's posting XML, block by block. */
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {ore} from '../../src/model/money.ts'
import type {InvoiceVerdict} from '../../src/model/verdict.ts'
import {runFiles} from '../../src/outputs/run-files.ts'
import {aPosting, aRun, fileText, posted} from '../builders/outputs.ts'
import {bo, days} from '../builders/values.ts'
import {all, type Opus, onlyFile, settings, written} from './opus-files.ts'
import {faultsByInterface, faultsByOurSchema, faultsOf, hasInterfaceSchema} from './opus-schema.ts'

const december = aPosting({period: days('2025-12-01/2025-12-31'), amount: ore(500_00)})

describe('the file', () => {
  const small = [
    posted({documentNumber: '5100000001'}, [aPosting(), aPosting({citizen: bo, service: 'Dagtilbud', amount: ore(1)})]),
    posted({documentNumber: '', invoiceNumber: 'F-2 & søn'}, [
      december,
      aPosting({account: '90515060', pspElement: ''}),
    ]),
    posted({documentNumber: '5100000003', type: 'creditNote'}, [aPosting({amount: ore(-12_345_00)})]),
  ]

  it('of a small run is as it was when a person last looked at it', async () => {
    const files = written(small)
    expect([...files.keys()]).toEqual([
      'ZFIR_KMD_Opus_Posteringer_IND_230_BILL_20260408_101500.xml',
      'ZFIR_KMD_Opus_Posteringer_IND_230_BILL_20260408_101501.xml',
    ])
    for (const [name, xml] of files) {
      expect(faultsOf(xml)).toEqual([])
      await expect(xml).toMatchFileSnapshot(join(import.meta.dirname, 'expected', name))
    }
  })

  it.skipIf(!hasInterfaceSchema)(
    'is valid by the schema of the interface (skipped where that is not kept beside the project)',
    () => {
      for (const xml of written(small).values()) expect(faultsByInterface(xml)).toEqual([])
    },
  )

  it.each([
    ['a side that is neither', '<DEB_CRED_IND>D<', '<DEB_CRED_IND>X<'],
    ['an amount with a comma', '12345.00', '12345,00'],
    ['a day with dashes', '20260331', '2026-03-31'],
    ['an element missing', '<COMP_CODE>0020</COMP_CODE>', ''],
    ['elements out of their order', '<SENDERID>P04CLNT230</SENDERID>', '<RECEIVER>P04CLNT230</RECEIVER>'],
    ['a child in the namespace', '<LINES>', '<LINES xmlns="http://kmd.dk/fir/posting/external">'],
    ['a root without namespace', 'http://kmd.dk/fir/posting/external', 'http://example.org'],
    ['an id that is too long', '<RECEIV_DOC>B', '<RECEIV_DOC>BB'],
    ['a text that is too long', '<ITEM_TEXT>', `<ITEM_TEXT>${'x'.repeat(50)}`],
  ])('would not be valid with %s', (_, from, to) => {
    const xml = onlyFile([posted()])
    expect(xml).toContain(from)
    expect(faultsByOurSchema(xml.replace(from, to))).not.toEqual([])
    if (hasInterfaceSchema) expect(faultsByInterface(xml.replace(from, to))).not.toEqual([])
  })

  it('would not be valid with a document twice, a line alone, or none', () => {
    const xml = onlyFile([posted()])
    const document = /<POSTING_DOCUMENT>.*<\/POSTING_DOCUMENT>/s.exec(xml)?.[0] ?? ''
    const line = /<LINE>.*?<\/LINE>/s.exec(xml)?.[0] ?? ''
    for (const changed of [
      xml.replace(document, `${document}${document}`),
      xml.replace(line, ''),
      xml.replace(document, ''),
    ])
      expect(faultsByOurSchema(changed)).not.toEqual([])
  })
})

describe('CONTROL_FIELDS', () => {
  const control = (opus: Opus = {}) => {
    const xml = onlyFile([posted()], opus)
    return ['SENDERID', 'RECEIVER', 'FILE_NAME', 'SEND_DATE', 'SEND_TIME'].map((name) => all(xml, name).join())
  }

  it('names environment and municipality as sender and receiver, and the run’s second', () => {
    expect(control()).toEqual([
      ...['P04CLNT230', 'P04CLNT230'],
      ...['ZFIR_KMD_Opus_Posteringer_IND_230_BILL_20260408_101500.xml', '20260408', '101500'],
    ])
  })

  it('takes what the settings say instead', () => {
    const xml = {sender: 'Q02CLNT999', client: '797', environment: 'T02', supplierId: '6ROB'}
    expect(control({xml}).slice(0, 3)).toEqual([
      ...['Q02CLNT999', 'T02CLNT797'],
      'ZFIR_KMD_Opus_Posteringer_IND_230_6ROB_20260408_101500.xml',
    ])
  })
})

describe('HEADER', () => {
  const header = (name: string, verdict: InvoiceVerdict, opus: Opus = {}, run = aRun([verdict])) =>
    all(onlyFile([verdict], opus, run), name)

  it('counts the lines and balances the document, whichever way it goes', () => {
    const mixed = posted({}, [aPosting({amount: ore(-5)}), aPosting({amount: ore(1_00)})])
    expect(header('NO_DOC_POSITION', mixed)).toEqual(['4'])
    expect(header('BALANCE_DEBET', mixed)).toEqual(['1.05'])
    expect(header('BALANCE_CREDIT', mixed)).toEqual(['-1.05'])
  })

  it('has the posting date that is set, and else the run’s day, which is the value date of the lines', () => {
    const dates = (opus: Opus) =>
      ['DOC_DATE', 'PSTNG_DATE', 'VALUE_DATE'].map((name) => header(name, posted(), opus).join())
    expect(dates({})).toEqual(['20260408', '20260408', '20260408,20260408'])
    expect(dates({postingDate: '2026-03-31'})).toEqual(['20260408', '20260331', '20260331,20260331'])
  })

  it.each([
    ['20260408-101500', '2026-03 20260408-101500'],
    ['20260408-101500-2', '2026-03 20260408-101500-2'],
    ['20260408-101500-10', '20260408-101500-10'],
  ])('tells the last month it is for, where there is room beside run %s', (runId, text) => {
    const verdict = posted({}, [aPosting(), aPosting({period: days('2026-02-01/2026-02-28')})])
    const run = aRun([verdict])
    const named = {...run, stamp: {...run.stamp, runId}}
    expect(header('HEADER_TXT', verdict, {}, named)).toEqual([text])
    expect(header('XREF1_HD', verdict, {}, named)).toEqual([runId])
  })

  it.each([
    ['a document number', {documentNumber: '5100000001'}, ['5100000001']],
    ['an invoice number alone', {documentNumber: '', invoiceNumber: 'Æ/9'}, ['Æ/9']],
    ['26 letters', {documentNumber: 'x'.repeat(26)}, ['x'.repeat(26)]],
    ['27 letters', {documentNumber: 'x'.repeat(27)}, []],
    ['13 of them with two units each', {documentNumber: '😀'.repeat(13)}, []],
    ['a character that XML does not know', {documentNumber: 'B\u0001'}, []],
    ['a line feed', {documentNumber: 'B\n1'}, []],
  ])('has XBLNR_ALT only where it fits: %s', (_, invoice, expected) => {
    expect(header('XBLNR_ALT', posted(invoice))).toEqual(expected)
  })
})

describe('LINE', () => {
  it('gives a credit note the other way round', () => {
    const xml = onlyFile([posted({}, [aPosting({amount: ore(-7)})])])
    expect(all(xml, 'DEB_CRED_IND')).toEqual(['K', 'D'])
    expect(all(xml, 'AMT_DOCCUR')).toEqual(['-0.07', '0.07'])
    expect(all(xml, 'GL_ACCOUNT')).toEqual(['40000107', '95990009'])
  })

  it('gives a status account no PSP element, and an operating contra account its own', () => {
    const contra = {contraAccount: '40009999', contraPsp: 'xg-5038500001-7'}
    const xml = onlyFile([posted({}, [aPosting({account: 'S1234567', pspElement: ''})])], contra)
    expect(all(xml, 'WBS_ELEMENT')).toEqual(['XG-5038500001-00007'])
  })

  it('has days as the interface wants them, whatever the CSV has', () => {
    const xml = onlyFile([posted()], {periodFormat: 'dd.mm.yyyy', encoding: 'windows-1252'})
    expect(all(xml, 'BENEFIT_VALFROM')).toEqual(['20260301', '20260301'])
  })

  it.each([
    ['marks of XML', 'A & B <c> "d" \'e\'', "A &amp; B &lt;c&gt; &quot;d&quot; 'e' § 107, marts 2026"],
    ['an emoji', 'Bo😀', 'Bo? § 107, marts 2026'],
    ['half a character', 'Bo\uD800', 'Bo? § 107, marts 2026'],
    ['control characters', 'Bo\u0000\u0008\u000B\u001Ftilbud', 'Bo tilbud § 107, marts 2026'],
    ['what Unicode has no use for', 'Bo\uFFFE\uFFFF', 'Bo?? § 107, marts 2026'],
    ['a letter in two parts', 'Bosta\u030Ad', 'Boståd § 107, marts 2026'],
  ])('carries %s in its text', (_, service, text) => {
    expect(all(onlyFile([posted({}, [aPosting({service})])]), 'ITEM_TEXT')).toEqual([text, text])
  })

  it('never has a text that is too long, even of emoji', () => {
    const [text = ''] = all(onlyFile([posted({}, [aPosting({service: '😀'.repeat(60)})])]), 'ITEM_TEXT')
    expect(text).toHaveLength(50)
  })

  it('carries the fixed values that have an element, in the order of the interface', () => {
    const fixed = {
      'Oplysningspligtnr.': '1',
      Profitcenter: 'P1',
      Ordre: 'O1',
      Operation: '10',
      Netværk: '900',
      'Betalingsmodtagernr.': '7',
      'Betalingsmodtagernr.kode': '03',
      Omkostningssted: '4711',
      'Oplysningspligtmodtagernr.kode': '02',
      Oplysningspligtkode: 'X',
      Mængde: '',
    }
    const xml = onlyFile([posted()], {fixed})
    expect(all(xml, 'PROFIT_CTR')).toEqual(['P1', 'P1'])
    expect(all(xml, 'NETWORK')).toEqual(['900', '900'])
  })
})

describe('a value that the interface has no room for', () => {
  it.each([
    ['more kroner than it can hold', aPosting({amount: ore(1_000_000_000_000_00)})],
    ['a year that it does not know', aPosting({period: days('2060-01-01/2060-01-31')})],
    ['no citizen', aPosting({citizen: '' as never})],
  ])('stops the run: %s', (_, posting) => {
    expect(() => written([posted({}, [posting])])).toThrow(RangeError)
  })

  it('is not told, for it may be a CPR number', () => {
    expect(() => written([posted({}, [aPosting({citizen: '6101901234x' as never})])])).toThrow(
      /^SERV_REC_NO of the XML file for OPUS has not the form/,
    )
  })
})

describe('renderRun', () => {
  const names = async (format: string, dryRun = false) =>
    (await runFiles(aRun([posted()], {dryRun}), settings({format})))
      .map(({name}) => name)
      .filter((name) => /posting|Posteringer/.test(name))

  it('writes what opus.format asks for, with another ending in a dry run', async () => {
    const xml = 'ZFIR_KMD_Opus_Posteringer_IND_230_BILL_20260408_101500.xml'
    expect(await names('csv')).toEqual(['opus-posting-2026.csv'])
    expect(await names('xml')).toEqual([xml])
    expect(await names('both')).toEqual(['opus-posting-2026.csv', xml])
    expect(await names('xml', true)).toEqual([`${xml}.trial`])
  })

  it('always writes XML in UTF-8 without a mark, as it says of itself', async () => {
    const run = aRun([posted({}, [aPosting({service: 'Døgntilbud'})])])
    for (const encoding of ['windows-1252', 'utf-8-bom']) {
      const files = await runFiles(run, settings({encoding}))
      const xml = fileText(files, 'ZFIR_KMD_Opus_Posteringer_IND_230_BILL_20260408_101500.xml')
      expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n/)
      expect(xml).toContain('<ITEM_TEXT>Døgntilbud § 107, marts 2026</ITEM_TEXT>')
    }
  })

  it('writes no XML where nothing was posted', async () => {
    expect(written([]).size).toBe(0)
  })
})
