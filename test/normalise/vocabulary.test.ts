/** `formats.md`: units, status, yes and no, types of document, paragraphs. */
import {describe, expect, it} from 'vitest'
import {configSchema} from '../../src/config/schema.ts'
import {units} from '../../src/model/grant.ts'
import {readDocumentType, readParagraph, readUnit, readYesNo, statusCounts} from '../../src/normalise/vocabulary.ts'

const config = configSchema.parse({})
const withValues = (values: object) => configSchema.parse({values})

describe('a unit', () => {
  it.each(units.map((unit) => [unit]))('%s is itself', (unit) => {
    expect(readUnit(unit, config)).toBe(unit)
    expect(readUnit(` ${unit.toUpperCase()} `, config)).toBe(unit)
    expect(readUnit(`pr. ${unit.toLowerCase()}`, config)).toBe(unit)
  })

  it.each([
    ['md.', 'Måned'],
    ['md', 'Måned'],
    ['mdr.', 'Måned'],
    ['pr. md.', 'Måned'],
    ['pr md', 'Måned'],
    ['pr.måned', 'Måned'],
    ['per måned', 'Måned'],
    ['/md', 'Måned'],
    ['kr./md.', 'Måned'],
    ['kr. pr. måned', 'Måned'],
    ['Kr pr md', 'Måned'],
    ['månedlig', 'Måned'],
    ['månedspris', 'Måned'],
    ['maaned', 'Måned'],
    ['ma\u030aned', 'Måned'],
    ['døgnpris', 'Døgn'],
    ['døgntakst', 'Døgn'],
    ['pr. døgn', 'Døgn'],
    ['Pr.  Døgn', 'Døgn'],
    ['dagspris', 'Dag'],
    ['dagtakst', 'Dag'],
    ['hverdag', 'Dag'],
    ['ugentlig', 'Uge'],
    ['pr. uge', 'Uge'],
    ['Timer', 'Time'],
    ['timepris', 'Time'],
    ['årlig', 'År'],
    ['aar', 'År'],
    ['engangsydelse', 'Engang'],
    ['Engangsbeløb', 'Engang'],
  ])('%s is %s', (text, unit) => {
    expect(readUnit(text, config)).toBe(unit)
  })

  it.each(['', 'stk', 'kvartal', 'måned/døgn', 'pr.', 'kr.', 'halv måned', '14 dage', '2 måneder'])(
    '%j is none',
    (text) => {
      expect(readUnit(text, config)).toBeUndefined()
    },
  )

  it('is also what bills.yaml says, before the words known here', () => {
    const own = withValues({unit: {'Pr. plads': 'Døgn', Måned: 'Uge'}})
    expect(readUnit('pr.  PLADS', own)).toBe('Døgn')
    expect(readUnit('måned', own)).toBe('Uge')
    expect(readUnit('md.', own)).toBe('Måned')
  })
})

describe('a status', () => {
  it.each(['', ' ', 'Aktiv', 'Bevilget', 'Godkendt', 'Afsluttet', 'AKTIV', ' bevilget '])('%j counts', (text) => {
    expect(statusCounts(text, config)).toBe(true)
  })

  it.each(['Kladde', 'Udkast', 'Annulleret', 'Ansøgt', 'Inaktiv', 'Aktiv (kladde)', 'Afslag', 'Ja', '-', '0'])(
    '%j does not',
    (text) => {
      expect(statusCounts(text, config)).toBe(false)
    },
  )

  it('counts or not as bills.yaml says', () => {
    const own = withValues({status: {Effektueret: 'counts', Godkendt: 'ignored'}})
    expect(['effektueret', 'GODKENDT', 'Bevilget', 'Kladde'].map((text) => statusCounts(text, own))).toEqual([
      true,
      false,
      true,
      false,
    ])
  })
})

describe('yes and no', () => {
  it.each([
    ...['Ja', 'JA', ' ja ', 'J', 'x', 'X', '1', 'true', 'Sand'].map((text) => [text, true] as const),
    ...['Nej', 'nej', 'N', '0', 'false', 'Falsk'].map((text) => [text, false] as const),
    ...['måske', 'ja/nej', '-', '2', ''].map((text) => [text, undefined] as const),
  ])('%j is %s', (text, read) => {
    expect(readYesNo(text, config)).toBe(read)
  })

  it('is yes for the words of invoices.yaml too', () => {
    expect(readYesNo('OK', withValues({yes: ['ok', 7]}))).toBe(true)
    expect(readYesNo('7', withValues({yes: ['ok', 7]}))).toBe(true)
    expect(readYesNo('Nej', withValues({yes: ['ok']}))).toBe(false)
  })
})

describe('a type of document', () => {
  it.each([
    ...['', 'Faktura', 'FAKTURA', ' faktura ', 'Invoice'].map((text) => [text, 'invoice'] as const),
    ...['Kreditnota', 'kreditnota', 'Kredit-nota', 'Kredit nota', 'CreditNote'].map(
      (text) => [text, 'creditNote'] as const,
    ),
    ...['Rykker', 'Proforma', 'Kontoudtog', 'Faktura (kopi)', 'Kredit', 'Nota', 'F'].map(
      (text) => [text, undefined] as const,
    ),
  ])('%j is %s', (text, type) => {
    expect(readDocumentType(text, config)).toBe(type)
  })

  it('is what bills.yaml says', () => {
    const own = withValues({documentType: {Regning: 'Faktura', KN: 'Kreditnota'}})
    expect(['regning', 'kn', 'Faktura', 'Rykker'].map((text) => readDocumentType(text, own))).toEqual([
      'invoice',
      'creditNote',
      'invoice',
      undefined,
    ])
  })
})

describe('a paragraph', () => {
  it.each([
    '107',
    '§ 107',
    '§107',
    '§§ 107',
    ' 107 ',
    '107.',
    'SEL § 107',
    'SEL §107',
    'SEL 107',
    'SEL107',
    'sel § 107',
    'Sel. § 107',
    'SEL, § 107',
    'SEL-107',
    'SEL-107-2.1',
    'SEL-107-2',
    'SEL § 107, stk. 2, nr. 1',
    '§ 107, stk. 2',
    '§ 107 stk 2',
    '§107, stk.2, nr.1',
    '§ 107, stk. 1, nr. 2 og 3',
    '§ 107, stk. 2, nr. 7, 10 og 12',
    '§ 107, stk. 2, litra a',
    '§ 107, 2. pkt.',
    '107.2',
    '107, stk. 2',
    'Serviceloven § 107',
    'SERVICELOVEN § 107',
    'Servicelovens § 107',
    'Serviceloven §\u00a0107',
    'Lov om social service § 107',
    'Lov om social service, § 107',
    'Lov om social service (SEL) § 107',
    'Serviceloven (SEL) § 107',
    '§ 107 SEL',
    '§ 107 i SEL',
    '§ 107 i serviceloven',
    '§ 107 (Serviceloven)',
    '§ 107, serviceloven',
    '§ 107 i lov om social service',
    '§ 107 Midlertidigt botilbud',
    '107 Midlertidigt botilbud',
    '§ 107 - Midlertidigt ophold',
    'Paragraf 107',
    'paragraf 107, stk. 2',
    'SEL paragraf 107',
    'pgf. 107',
    '§ 107, jf. § 14',
    '§ 107, jf. stk. 2',
  ])('%j is 107', (text) => {
    expect(readParagraph(text)).toBe('107')
  })

  it.each([
    ['103', '103'],
    ['§ 108', '108'],
    ['SEL § 85', '85'],
    ['§ 32 a', '32a'],
    ['§ 32a', '32a'],
    ['§ 32 A, stk. 2', '32a'],
    ['SEL § 52 i', '52i'],
    ['SEL § 52, stk. 3, nr. 7', '52'],
    ['SEL-52-3.7', '52'],
    ['SEL § 140 a i serviceloven', '140a'],
    ['097', '97'],
    ['STU', 'STU'],
    ['stu', 'STU'],
    ['STU § 1', 'STU'],
    ['STU-loven', 'STU'],
    ['Lov om STU', 'STU'],
    ['Særligt tilrettelagt ungdomsuddannelse', 'STU'],
    ['Særlig tilrettelagt ungdomsuddannelse (STU)', 'STU'],
    ['Lov om særligt tilrettelagt ungdomsuddannelse § 1', 'STU'],
  ])('%j is %s', (text, section) => {
    expect(readParagraph(text)).toBe(section)
  })

  it.each([
    ['BL 104', 'BL 104'],
    ['BL § 104', 'BL 104'],
    ['bl §104', 'BL 104'],
    ['BL-104-2', 'BL 104'],
    ['Barnets lov § 32', 'Barnets lov 32'],
    ['BARNETS LOV § 32, stk. 1', 'Barnets lov 32'],
    ['ABL § 105', 'ABL 105'],
    ['Almenboligloven § 105', 'Almenboligloven 105'],
    ['Lov om almene boliger § 105', 'Lov om almene boliger 105'],
    ['LAB § 107', 'LAB 107'],
    ['Lov om voksenansvar § 107', 'Lov om voksenansvar 107'],
    ['Sundhedsloven § 107', 'Sundhedsloven 107'],
    ['§ 104 i barnets lov', 'Barnets lov 104'],
    ['§ 107 i ABL', 'ABL 107'],
    ['§ 107, stk. 2 i Almenboligloven', 'Almenboligloven 107'],
    ['§ 105 i lov om almene boliger', 'Lov om almene boliger 105'],
  ])("%j keeps the other law's name: %s", (text, section) => {
    expect(readParagraph(text)).toBe(section)
  })

  it.each([
    '',
    '§',
    'SEL',
    'Botilbud',
    '1072',
    '§ 107 BL',
    'SEL § 107 i ABL',
    '§ 107 i ABL og BL',
    '§ 107 i barnets lov eller ABL',
    '§ 107 i barnets lov, jf. SEL',
    '§ 107 i forening med BL',
    '§ 107, jf. ABL § 105',
    '§ 107 (LAB)',
    '§ 107 i bekendtgørelsen',
    'Studerende',
    '*',
  ])('%j cannot be read', (text) => {
    expect(readParagraph(text)).toBeUndefined()
  })

  it.each(['107/108', '§§ 107 og 108', '§ 107 og § 108', '§ 107 eller 108', '§§ 103-104', '107, 108', '§ 85/107'])(
    '%j is of two sections, and is read as neither',
    (text) => {
      expect(readParagraph(text)).toBeUndefined()
    },
  )
})
