/** A difference between postings and KMD's XML stops the run. */
import {describe, expect, it} from 'vitest'
import {RunFault} from '../../src/model/input-error.ts'
import {ore} from '../../src/model/money.ts'
import type {OutputFile} from '../../src/model/run.ts'
import {runFiles} from '../../src/outputs/run-files.ts'
import {tieOut} from '../../src/outputs/tie-out/tie-out.ts'
import {aPosting, aRun, posted} from '../builders/outputs.ts'
import {bo, days} from '../builders/values.ts'
import {settings} from './opus-files.ts'

const december = aPosting({period: days('2025-12-01/2025-12-31'), amount: ore(500_00)})
const run = aRun([
  posted({documentNumber: '1'}, [aPosting(), december]),
  posted({documentNumber: '2'}, [aPosting({amount: ore(-5_00), citizen: bo})]),
])
const both = settings({format: 'both'})
const [older, newer] = ['01500', '01501'].map((end) => `ZFIR_KMD_Opus_Posteringer_IND_230_BILL_20260408_1${end}.xml`)

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The files of the run, one of them changed as text. */
async function changed(file: string | undefined, change: (text: string) => string): Promise<OutputFile[]> {
  const files = await runFiles(run, both)
  const found = files.find(({name}) => name === file)
  const text = new TextDecoder().decode(found?.bytes)
  expect(change(text)).not.toBe(text)
  return files.map((each) => (each === found ? {name: each.name, bytes: encoded(change(text))} : each))
}

const replaced = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to)
const everywhere = (from: string, to: string) => (text: string) => text.replaceAll(from, to)

describe('tieOut of the XML files', () => {
  it.each(['xml', 'both', 'csv'])(
    'passes the files of an ordinary run, of a dry run and of an empty run: %s',
    async (format) => {
      for (const each of [run, {...run, stamp: {...run.stamp, dryRun: true}}, aRun([])]) {
        const config = settings({format, maxLines: 2})
        const files = await runFiles(each, config)
        expect(() => tieOut(each, files, config)).not.toThrow()
      }
    },
  )

  it.each([
    ['one side changed', replaced('<AMT_DOCCUR>12345.00', '<AMT_DOCCUR>12345.01')],
    ['an amount changed on both sides and in the header', everywhere('12345.00', '12346.00')],
    ['a balance changed', replaced('<BALANCE_DEBET>12345.00', '<BALANCE_DEBET>12345.01')],
    ['a credit without its sign', replaced('<BALANCE_CREDIT>-12345.00', '<BALANCE_CREDIT>12345.00')],
    ['an amount with a comma', replaced('<AMT_DOCCUR>12345.00', '<AMT_DOCCUR>12345,00')],
    [
      'the sides of a pair swapped',
      replaced(/<DEB_CRED_IND>D(.*?)<DEB_CRED_IND>K/s, '<DEB_CRED_IND>K$1<DEB_CRED_IND>D'),
    ],
    ['a count changed', replaced('<NO_DOC_POSITION>2', '<NO_DOC_POSITION>4')],
    ['a line missing', replaced(/<LINE>.*?<\/LINE>/s, '')],
    ['a pair missing', replaced(/(<LINE>.*?<\/LINE>\s*){2}/s, '')],
    ['a line numbered anew', replaced('<REF_KEY_3>2', '<REF_KEY_3>1')],
    ['a document missing', replaced(/<POSTING_DOCUMENT>.*?<\/POSTING_DOCUMENT>/s, '')],
    ['a document twice', replaced(/<POSTING_DOCUMENT>.*?<\/POSTING_DOCUMENT>/s, '$&$&')],
    ['another id', replaced('<RECEIV_DOC>B', '<RECEIV_DOC>C')],
    ['another account', replaced('<GL_ACCOUNT>40000107', '<GL_ACCOUNT>40000108')],
    ['another first day', replaced('<BENEFIT_VALFROM>20260301', '<BENEFIT_VALFROM>20260302')],
    ['another last day', replaced('<BENEFIT_VALTO>20260331', '<BENEFIT_VALTO>20260330')],
    ['the name of another file', replaced(/<FILE_NAME>.*?</, '<FILE_NAME>x.xml<')],
    ['an element that does not end', replaced('</LINES>', '')],
    ['a mark that is not escaped', replaced('Botilbud', 'Bo & tilbud')],
    ['an element twice', replaced('<GL_ACCOUNT>40000107</GL_ACCOUNT>', '$&$&')],
  ])('stops at %s', async (_, change) => {
    const files = await changed(newer, change)
    expect(() => tieOut(run, files, both)).toThrow(RunFault)
  })

  it('stops at another citizen, and does not tell whose number stands there', async () => {
    const files = await changed(newer, replaced('<SERV_REC_NO>6101901234', '<SERV_REC_NO>6101901235'))
    expect(() => tieOut(run, files, both)).toThrow(
      /^The control totals do not tie out: right citizens of line 1 of B\w{15}: 0 /,
    )
  })

  it('stops where a file is missing, is no UTF-8, or is one too many', async () => {
    const files = await runFiles(run, both)
    const [xml] = files.filter(({name}) => name === older)
    if (!xml) throw new RangeError('no XML was written')
    for (const some of [
      files.filter((each) => each !== xml),
      files.map((each) => (each === xml ? {...xml, bytes: Uint8Array.of(0xff)} : each)),
      [...files, {...xml, name: xml.name.replace('101500', '101509')}],
    ]) {
      expect(some).not.toEqual(files)
      expect(() => tieOut(run, some, both)).toThrow(RunFault)
    }
  })

  it.each([
    ['csv', 'both'],
    ['xml', 'both'],
    ['both', 'csv'],
    ['both', 'xml'],
    ['csv', 'xml'],
    ['xml', 'csv'],
  ])('stops where %s was written and %s was asked for', async (format, asked) => {
    const files = await runFiles(run, settings({format}))
    expect(() => tieOut(run, files, settings({format: asked}))).toThrow(RunFault)
  })

  it('stops where the CSV part holds the same postings in another order', async () => {
    const files = await changed('opus-posting-2026.csv', (text) => {
      const [header = '', ...lines] = text.trimEnd().split('\r\n')
      return [header, ...lines.slice(2), ...lines.slice(0, 2), ''].join('\r\n')
    })
    expect(() => tieOut(run, files, both)).toThrow(/line 1 of ZFIR_\w+\.xml and opus-posting-2026\.csv/)
  })
})
