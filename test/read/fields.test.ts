/** `formats.md`: the tables' fields, headers and aliases as they are promised. */
import {describe, expect, it} from 'vitest'
import {knownKeysAt} from '../../src/config/json-schema.ts'
import {fieldsOf, foldHeader} from '../../src/read/fields.ts'

/** Field: own header, then the aliases that are named; `!` where the column must be there. */
const promised = {
  invoices: {
    documentNumber: 'Bilagsnummer, Bilagsnr, Dokumentnummer, Dokument-id',
    invoiceNumber: '!Fakturanummer, Fakturanr, Faktura',
    documentType: 'Type, Dokumenttype, Bilagstype',
    lineNumber: 'Linje, Linjenr',
    issueDate: '!Fakturadato, Dato, Bilagsdato',
    dueDate: 'Forfaldsdato, Betalingsfrist',
    supplierCvr: '!CVR-nummer, CVR, CVR-nr, Leverandørens CVR',
    supplierName: 'Leverandør, Leverandørnavn, Kreditor',
    citizenCpr: 'CPR-nummer, CPR, CPR-nr, Borgers CPR',
    amount: '!Beløb, Linjebeløb, Beløb i DKK',
    gln: 'EAN-nummer, EAN, GLN',
    vat: 'Moms, Momsbeløb',
    total: 'Fakturatotal, Total, Fakturabeløb',
    currency: 'Valuta',
    periodFrom: 'Periode fra, Ydelsesperiode fra, Fra',
    periodTo: 'Periode til, Ydelsesperiode til, Til',
    quantity: 'Antal, Mængde',
    unitPrice: 'Enhedspris, Pris',
    text: 'Tekst, Beskrivelse, Bemærkning, Fakturatekst',
  },
  grants: {
    grantId: '!Bevillings-id, BevillingsID, Bevilling',
    citizenCpr: '!CPR-nummer, CPR, Borgers CPR',
    supplierCvr: '!CVR-nummer, CVR, Leverandørens CVR',
    supplierName: 'Leverandør',
    paragraph: '!Paragraf, Lovparagraf, §, IndsatsParagraf',
    service: '!Indsats, Ydelse, Tilbud, YdelseNavn',
    rate: '!Takst, Pris, Beløb',
    unit: '!Takstenhed, Enhed',
    quantity: 'Antal, Mængde, Timer pr. uge',
    from: '!Startdato, Fra, Gyldig fra, IndsatsStartDato',
    to: 'Slutdato, Til, Gyldig til, IndsatsSlutDato',
    targetGroup: '!Målgruppe',
    ownership: '!Ejerforhold, Ejerform',
    status: 'Status, Indsatsstatus',
    fixed: 'Fast, Fast bevilling',
    paidTo: 'Betalt til, Betalt til og med',
    caseworker: 'Sagsbehandler',
  },
  mapping: {
    paragraph: '!Paragraf',
    ownership: '!Ejerforhold',
    targetGroup: '!Målgruppe',
    service: 'Indsats',
    account: '!Art, Artskonto',
    pspElement: '!PSP-element',
    from: 'Gyldig fra',
    to: 'Gyldig til',
    note: 'Bemærkning',
  },
  chart: {
    type: '!Type',
    number: '!Nummer',
    text: 'Tekst',
    from: 'Gyldig fra',
    to: 'Gyldig til',
    blocked: 'Spærret',
    successor: 'Erstattet af',
  },
  booked: {
    supplierCvr: '!CVR-nummer',
    citizenCpr: '!CPR-nummer',
    invoiceNumber: '!Fakturanummer',
    amount: '!Beløb',
    periodFrom: '!Periode fra',
    periodTo: '!Periode til',
    documentNumber: 'Bilagsnummer',
  },
} as const
const kinds = Object.keys(promised) as (keyof typeof promised)[]

describe.each(kinds)('%s', (kind) => {
  const rows = Object.entries(promised[kind]).map(([field, headers]) => [field, headers] as const)

  it.each(rows)('%s is found under %s', (field, headers) => {
    const [own = '', ...aliases] = headers.replace('!', '').split(', ')
    const spec = fieldsOf(kind).find((each) => each.field === field)
    expect(spec).toMatchObject({header: own, required: headers.startsWith('!')})
    expect(spec?.aliases).toEqual(expect.arrayContaining(aliases))
  })

  it('has no further field, and bills.yaml can name headers for each', () => {
    expect(fieldsOf(kind).map(({field}) => field)).toEqual(rows.map(([field]) => field))
    expect(knownKeysAt(['columns', kind])).toEqual(rows.map(([field]) => field))
  })

  it('gives no header to two fields', () => {
    const headers = fieldsOf(kind).flatMap(({header, aliases}) => [...new Set([header, ...aliases].map(foldHeader))])
    expect(headers.filter((header, at) => headers.indexOf(header) !== at)).toEqual([])
  })
})

it.each([
  ['CVR-nummer', 'cvrnummer'],
  ['cvr nummer', 'cvrnummer'],
  ['CVR.NUMMER', 'cvrnummer'],
  ['CVR/nummer', 'cvrnummer'],
  ['  CVR \u2013 nummer ', 'cvrnummer'],
  ['CVR\u2011nummer', 'cvrnummer'],
  ['Timer pr. uge', 'timerpruge'],
  ['Beløb\ni DKK', 'beløbidkk'],
  ['BELØB\u00a0I DKK', 'beløbidkk'],
  // Å as A and a ring: how a Mac writes it.
  ['MA\u030aLGRUPPE', 'målgruppe'],
])('%j is compared as %s', (header, folded) => {
  expect(foldHeader(header)).toBe(folded)
})
