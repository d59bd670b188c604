/** Attachments of a hundred megabytes, made here: skipped unread, in bounded memory. */
import {truncate} from 'node:fs/promises'
import {join} from 'node:path'
import JSZip from 'jszip'
import {describe, expect, it} from 'vitest'
import {readInvoiceFiles} from '../../src/app/read-files.ts'
import {anXml} from '../builders/e-invoices.ts'
import {aConfig} from '../builders/records.ts'
import {inFolder} from './run-files.ts'

const size = 100_000_000

/** The attachment stands before the lines, as it does in real files. */
function withAttachment(open = '', close = ''): Uint8Array {
  const reference = `<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="application/pdf">${open}@${close}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>`
  const [before = '', after = ''] = anXml({more: reference}).split('@')
  return Buffer.concat([Buffer.from(before), Buffer.alloc(size, 'JVBERi0xLjcKMSAwIG9iago8PAov\n'), Buffer.from(after)])
}

describe('an attachment of 100 MB', () => {
  it.each([
    ['as text', withAttachment()],
    ['as CDATA', withAttachment('<![CDATA[', ']]>')],
  ])('%s is skipped, and takes little memory beside the file itself', async (_, bytes) => {
    await inFolder({'f.xml': bytes}, async (folder) => {
      const before = process.resourceUsage().maxRSS
      const {eInvoices} = await readInvoiceFiles([folder], aConfig())
      const megabytes = (process.resourceUsage().maxRSS - before) / 1024
      expect(eInvoices).toMatchObject([
        {invoiceNumber: 'F-1', total: 1000_00, problems: [], lines: [{text: 'Botilbud'}]},
      ])
      expect(megabytes).toBeLessThan(3 * (size / 1_000_000))
    })
  })

  it('in a zip as well', async () => {
    const zip = new JSZip()
    zip.file('f.xml', withAttachment())
    const bytes = await zip.generateAsync({type: 'uint8array', compression: 'STORE'})
    await inFolder({'z.zip': bytes}, async (folder) => {
      const {eInvoices} = await readInvoiceFiles([join(folder, 'z.zip')], aConfig())
      expect(eInvoices).toMatchObject([{invoiceNumber: 'F-1', total: 1000_00, problems: []}])
    })
  })
})

it('a file beyond all bounds is refused by its size alone', async () => {
  const sparse = Buffer.from('<?xml version="1.0"?><Invoice>')
  await inFolder({'f.xml': sparse}, async (folder) => {
    await truncate(join(folder, 'f.xml'), 300 * 1024 * 1024)
    const {eInvoices} = await readInvoiceFiles([folder], aConfig())
    expect(eInvoices).toMatchObject([{total: 0, problems: [{expected: 'xmlSize'}], lines: [{amount: 0}]}])
  })
})
