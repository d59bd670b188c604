/** `formats.md`, Reading tables: which of several columns is a field's, and what stops the run. */
import {describe, expect, it} from 'vitest'
import {InputError} from '../../src/model/input-error.ts'
import type {TableKind} from '../../src/model/tables/tables.ts'
import {assignColumns, requireColumns, type SiteHeaders} from '../../src/read/columns.ts'

const needed = ['Fakturanummer', 'Fakturadato', 'CVR-nummer', 'Beløb']

const found = (headers: readonly string[], site: SiteHeaders = {}, kind: TableKind = 'invoices') => {
  const {columns, missing, unclear} = assignColumns(kind, headers, site)
  return {
    columns: Object.fromEntries([...columns].map(([field, {index}]) => [field, index])),
    missing: missing.map(({field}) => field),
    unclear: unclear.map(({spec, headers: several}) => [spec.field, ...several]),
  }
}
const messageOf = (headers: readonly string[], site: SiteHeaders = {}) => {
  try {
    requireColumns('i.csv', headers, assignColumns('invoices', headers, site))
  } catch (error) {
    if (error instanceof InputError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('one column for a field', () => {
  it.each([
    ['its own header', 'Beløb', {}],
    ['its own header in other letters', 'BELØB ', {}],
    ['an alias', 'Beløb i DKK', {}],
    ['an alias written otherwise', 'beløb-i.dkk', {}],
    ["the field's name", 'amount', {}],
    ['a name of bills.yaml', 'Udbetalt', {amount: ['udbetalt']}],
  ])('is found under %s', (_, header, site) => {
    expect(found([...needed.slice(0, 3), header], site)).toMatchObject({columns: {amount: 3}, missing: [], unclear: []})
  })

  it('is where the header stands; columns that mean nothing here are ignored', () => {
    expect(found(['Forvaltning', '', ...needed.toReversed(), 'Kontaktperson']).columns).toEqual({
      amount: 2,
      supplierCvr: 3,
      issueDate: 4,
      invoiceNumber: 5,
    })
  })
})

describe('several columns for a field', () => {
  it("the field's own header comes before its aliases", () => {
    expect(found(['Dato', ...needed, 'Bilagsdato'])).toMatchObject({columns: {issueDate: 2}, unclear: []})
  })

  it('a name of invoices.yaml comes before the own header', () => {
    expect(found([...needed, 'Linjesum'], {amount: ['Linjesum']})).toMatchObject({columns: {amount: 4}, unclear: []})
  })

  it('the names of invoices.yaml come in their order', () => {
    const site = {amount: ['Findes ikke', 'Netto', 'Brutto']}
    expect(found([...needed, 'Brutto', 'Netto'], site).columns.amount).toBe(5)
  })

  it('a name of invoices.yaml takes the column from the field that has it for its own', () => {
    const {columns} = found([...needed, 'Fakturatotal'], {amount: ['Fakturatotal']})
    expect(columns).toMatchObject({amount: 4})
    expect(columns).not.toHaveProperty('total')
  })

  it('aliases alone are unclear, all of them', () => {
    const headers = ['Fakturanummer', 'Dato', 'Bilagsdato', 'Udstedelsesdato', 'CVR-nummer', 'Beløb']
    expect(found(headers)).toMatchObject({
      unclear: [['issueDate', 'Dato', 'Bilagsdato', 'Udstedelsesdato']],
      missing: [],
    })
  })

  it('aliases of a column that need not be there are unclear as well', () => {
    expect(found([...needed, 'Beskrivelse', 'Bemærkning']).unclear).toEqual([['text', 'Beskrivelse', 'Bemærkning']])
  })

  it('two columns under one header are unclear, whether it is own, alias, or of invoices.yaml', () => {
    expect(found([...needed, 'Beløb']).unclear).toEqual([['amount', 'Beløb', 'Beløb']])
    expect(found(['Fakturanr', 'faktura nr.', ...needed.slice(1)]).unclear).toEqual([
      ['invoiceNumber', 'Fakturanr', 'faktura nr.'],
    ])
    expect(found([...needed, 'Sum', 'Sum'], {amount: ['Sum']}).unclear).toEqual([['amount', 'Sum', 'Sum']])
  })

  it('one column serves one field', () => {
    const site = {amount: ['Beløb'], total: ['Beløb']}
    expect(found(needed, site).columns).toEqual({invoiceNumber: 0, issueDate: 1, supplierCvr: 2, amount: 3})
  })
})

describe('the message', () => {
  it('names the missing column, the file, and the headers that were found', () => {
    const error = messageOf(['Fakturanummer', 'Fakturadato', 'CVR-nummer', '', 'Udbetalt'])
    expect(error.message).toBe(
      'i.csv: A column is missing: «Beløb». Found: «Fakturanummer», «Fakturadato», «CVR-nummer», «Udbetalt». Include in the export what is missing, or say in bills.yaml under columns what it is called here.',
    )
    expect(error.describe('da')).toMatch(/^i\.csv: Der mangler en kolonne: «Beløb»\. Fundet: «Fakturanummer»/)
    expect(error.isOtherContent).toBe(true)
  })

  it('names every missing column', () => {
    expect(messageOf(['Fakturanummer']).message).toContain('Columns are missing: «Fakturadato», «CVR-nummer», «Beløb».')
  })

  it('says so where no header was found at all', () => {
    expect(messageOf(['', '']).message).toContain('Found: –')
  })

  it('names all the columns that may be the field, and how to say which', () => {
    const error = messageOf(['Fakturanummer', 'Dato', 'Bilagsdato', 'CVR-nummer', 'Beløb'])
    expect(error.message).toBe(
      'i.csv: Fakturadato: Several columns may be Fakturadato: «Dato», «Bilagsdato». Say in bills.yaml under columns which one (issueDate).',
    )
    expect(error.describe('da')).toContain('Flere kolonner kan være Fakturadato: «Dato», «Bilagsdato»')
    expect(error.isOtherContent).toBe(false)
  })

  it('names every field that several columns may be', () => {
    const error = messageOf(['Faktura', 'Fakturanr', 'Dato', 'Bilagsdato', 'CVR-nummer', 'Beløb'])
    for (const header of ['Faktura', 'Fakturanr', 'Dato', 'Bilagsdato']) expect(error.message).toContain(`«${header}»`)
  })

  it('is not given where all is there', () => {
    expect(requireColumns('i.csv', needed, assignColumns('invoices', needed, {})).size).toBe(4)
  })
})
