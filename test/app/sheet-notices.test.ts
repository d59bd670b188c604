/** Sheets of a workbook that were not read are named in the result. */
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {readInputs} from '../../src/app/read-inputs.ts'
import {xlsxOf} from '../builders/input-files.ts'
import {aConfig} from '../builders/outputs.ts'

it('a sheet that could be read and was not is told of', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bills-sheets-'))
  const invoice = [
    ['Fakturanummer', 'Fakturadato', 'CVR-nummer', 'Beløb'],
    ['F-1', '02-04-2026', '12345674', '100,00'],
  ]
  const grant = [
    ...[['Bevillings-id', 'CPR-nummer', 'CVR-nummer', 'Paragraf', 'Indsats', 'Takst', 'Takstenhed', 'Startdato']],
    ['B-1', '610190-1234', '12345674', '107', 'Botilbud', '100,00', 'Måned', '01-01-2026'],
  ].map((row, at) => [...row, ...(at === 0 ? ['Målgruppe', 'Ejerforhold'] : ['Voksne', 'Privat'])])
  const at = (name: string) => join(folder, name)
  await writeFile(at('invoices.xlsx'), await xlsxOf({Marts: invoice, April: invoice, Maj: invoice, Noter: [['Kage']]}))
  await writeFile(at('grants.xlsx'), await xlsxOf({Bevillinger: grant}))
  await writeFile(
    at('mapping.csv'),
    'Paragraf;Ejerforhold;Målgruppe;Art;PSP-element\n107;*;*;45000000;XG-5038500001-00001\n',
  )
  const paths = {invoices: [at('invoices.xlsx')], grants: [at('grants.xlsx')], mapping: at('mapping.csv'), chart: null}
  const {notices: notes, batch} = await readInputs({...paths, booked: []}, aConfig())
  await rm(folder, {recursive: true})
  expect(batch.invoices).toHaveLength(1)
  expect(notes).toEqual([
    {
      da: 'invoices.xlsx: kun arket «Marts» er læst. «April», «Maj» har de samme kolonner; gem hvert ark som sin egen fil, hvis det skal med.',
      en: 'invoices.xlsx: only the sheet «Marts» was read. «April», «Maj» have the same columns; save each sheet as a file of its own if it is to be read.',
    },
  ])
})
