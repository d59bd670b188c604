/** The support sheet that `bills init` makes from a register. */
import ExcelJS from 'exceljs'
import {describe, expect, it} from 'vitest'
import {configSchema} from '../../src/config/schema.ts'
import {mappingTemplate} from '../../src/init/mapping-template.ts'
import {toMapping} from '../../src/normalise/accounts.ts'
import {fieldsOf} from '../../src/read/fields.ts'
import {readTable} from '../../src/read/read-table.ts'

const config = configSchema.parse({})
const {paragraphs} = config.rules

async function template(): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  const bytes = await mappingTemplate(paragraphs, new Date('2026-04-08T08:00:00Z'))
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
  return workbook
}

const read = async (workbook: ExcelJS.Workbook) =>
  readTable('mapping', {file: 'mapping.xlsx', sha256: '', bytes: new Uint8Array(await workbook.xlsx.writeBuffer())}, {})

describe('the support sheet to fill in', () => {
  it('is read as a mapping when rows have been filled in', async () => {
    const workbook = await template()
    const sheet = workbook.getWorksheet('Støtteark')
    sheet?.addRow(['107', 'Privat', '*', '', '45000000', 'XG-5038500001-00001', new Date('2026-01-01'), null, 'ny'])
    sheet?.addRow(['STU', '', '', 'Botilbud', '45000001', 'XG-5038500001-2'])
    const {mapping, rowErrors} = toMapping(await read(workbook), config)
    expect(rowErrors).toEqual([])
    expect(mapping.rows).toMatchObject([
      {
        paragraph: '107',
        ownership: 'privat',
        targetGroup: null,
        service: null,
        account: '45000000',
        from: '2026-01-01',
      },
      {paragraph: 'STU', ownership: null, service: 'botilbud', pspElement: 'XG-5038500001-00002', to: null},
    ])
  })

  it('has every column of the support sheet by its own name, and no row', async () => {
    const workbook = await template()
    const header = workbook.getWorksheet('Støtteark')?.getRow(1).values
    expect(header).toEqual([undefined, ...fieldsOf('mapping').map((field) => field.header)])
    await expect(read(workbook)).rejects.toThrow(/Fill it in/)
  })

  it('offers lists that advise and refuse nothing, with room for the municipality’s own words', async () => {
    const sheet = (await template()).getWorksheet('Støtteark') as ExcelJS.Worksheet
    for (const [address, letter] of [
      ['A2', 'A'],
      ['B500', 'B'],
      ['C2', 'C'],
      ['D499', 'D'],
    ] as const) {
      expect(sheet.getCell(address).dataValidation).toMatchObject({
        ...{type: 'list', errorStyle: 'warning', allowBlank: true},
        formulae: [`Lister!$${letter}$2:$${letter}$100`],
      })
    }
    const lists = (await template()).getWorksheet('Lister')
    expect(lists?.getColumn(1).values.slice(2)).toEqual(paragraphs)
  })
})
