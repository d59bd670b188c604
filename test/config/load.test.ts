/** Which `bills.yaml` is read, and what is said of each mistake in it. */
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {loadConfig, parseConfig} from '../../src/config/load.ts'
import {InputError} from '../../src/model/input-error.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bills-config-'))
})
afterEach(() => rm(folder, {recursive: true, force: true}))

/** What a person is told of the file, in Danish unless asked otherwise. */
function errorOf(text: string | Uint8Array, language: 'da' | 'en' = 'da'): string {
  try {
    parseConfig('bills.yaml', typeof text === 'string' ? Buffer.from(text) : text)
  } catch (error) {
    if (error instanceof InputError) return error.describe(language)
    throw error
  }
  return ''
}

describe('which file', () => {
  it('is bills.yaml of the working folder where none is named', async () => {
    await writeFile(join(folder, 'bills.yaml'), 'out: kørsler\n')
    expect(await loadConfig(undefined, folder)).toMatchObject({config: {out: 'kørsler'}, file: 'bills.yaml', folder})
  })

  it('may be missing where none is named: the defaults stand', async () => {
    expect(await loadConfig(undefined, folder)).toMatchObject({config: {ledger: 'bills.db'}, file: null, folder})
  })

  it('must be there where it is named', async () => {
    await expect(loadConfig('other.yaml', folder)).rejects.toThrow(/^other\.yaml: No such file/)
  })

  it('gives the folder that its paths are relative to', async () => {
    await mkdir(join(folder, 'set'))
    await writeFile(join(folder, 'set', 'a.yaml'), '')
    expect(await loadConfig('set/a.yaml', folder)).toMatchObject({folder: join(folder, 'set'), file: 'set/a.yaml'})
  })

  it('is not a folder', async () => {
    await mkdir(join(folder, 'bills.yaml'))
    await expect(loadConfig(undefined, folder)).rejects.toThrow(/^bills\.yaml: That is a folder/)
  })
})

describe('a file that is no YAML', () => {
  it.each([
    ['a key twice', 'out: a\nout: b\n', 'bills.yaml:2: nøglen out står her anden gang; slet den ene'],
    [
      'a CVR number twice, in quotes and without',
      'suppliers:\n  12345674: {}\n  "12345674": {}\n',
      'bills.yaml:3: nøglen "12345674" står her anden gang; slet den ene',
    ],
    ['a tab', 'opus:\n\tformat: csv\n', 'bills.yaml:2: indrykning med tabulator; brug mellemrum'],
    ['a list', '- out\n', 'bills.yaml:1: filen skal bestå af linjer som «nøgle: værdi»'],
    ['one word', 'out\n', 'bills.yaml:1: filen skal bestå af linjer som «nøgle: værdi»'],
    [
      'an open bracket',
      'rules:\n  gln: [\n',
      'bills.yaml:3: indrykningen passer ikke, eller en parentes er ikke lukket',
    ],
    ['two colons', 'out: a: b\n', 'bills.yaml:1: to kolon på én linje; sæt værdien i anførselstegn'],
    ['two documents', 'out: a\n---\nout: b\n', 'bills.yaml:2: filen har flere dokumenter; slet linjen ---'],
    ['bytes that are no text', Buffer.from([0, 1, 2]), 'bills.yaml:1: filen er ikke tekst i UTF-8; gem den som UTF-8'],
    [
      'Windows-1252',
      Buffer.from('out: a\n# k\u00f8rsel\n', 'latin1'),
      'bills.yaml:2: filen er ikke tekst i UTF-8; gem den som UTF-8',
    ],
    ['more than 1 MB', '#'.repeat(1_000_001), 'bills.yaml:1: filen er over 1 MB'],
  ])('%s', (_, text, message) => {
    expect(errorOf(text)).toBe(message)
  })

  it('with aliases that would fill the memory', () => {
    const levels = Array.from(
      {length: 9},
      (_, at) => `l${at + 1}: &l${at + 1} [${Array(9).fill(`*l${at}`).join(', ')}]`,
    )
    expect(errorOf(`l0: &l0 x\n${levels.join('\n')}\n`)).toMatch(/^bills\.yaml:1: et alias .* eller der er for mange/)
  })

  it('with an unknown tag', () => {
    expect(errorOf('out: !folder a\n', 'en')).toMatch(/^bills\.yaml:1: cannot be read as YAML/)
  })
})

describe('a file that does not fit the schema', () => {
  it.each([
    [
      'a code without quotes',
      'municipality: 230',
      'municipality: expected a municipality code of three digits in quotes, such as "230"',
    ],
    ['an unknown language', 'language: dk', 'language: expected one of: da, en'],
    ['a number out of range', 'opus: {maxLines: 1}', 'opus.maxLines: expected a whole number from 2 to 99999'],
    ['a fraction', 'periods: {lookback: 1.5}', 'periods.lookback: expected a whole number from 0 to 24'],
    ['a word for a truth value', 'rules: {partialDays: ja}', 'rules.partialDays: expected true or false'],
    [
      'a day that is not in the calendar',
      'periods: {postFrom: 2026-02-29}',
      'periods.postFrom: expected a date in the calendar, such as 2026-01-01',
    ],
    [
      'a tolerance above one krone',
      'rules: {amountTolerance: "1.01"}',
      'rules.amountTolerance: expected kroner with a decimal point, such as "1.00", at most 1.00',
    ],
    [
      'kroner with a comma',
      'rules: {maxAmount: "1,5"}',
      'rules.maxAmount: expected kroner with a decimal point, such as "1.00"',
    ],
    [
      'a CVR number without quotes',
      'rules: {blockedSuppliers: [12345674]}',
      'rules.blockedSuppliers.0: expected a CVR number of eight digits in quotes, such as "12345674"',
    ],
    [
      'a CVR number that is too short',
      'suppliers: {"123": {}}',
      'suppliers.123: expected a CVR number of eight digits in quotes, such as "12345674"',
    ],
    ['a section without keys', 'rules:', 'rules: expected keys, each with its value, indented on the lines below'],
    [
      'a pattern without a group',
      'xmlDocumentNumber: "^a"',
      'xmlDocumentNumber: expected a regular expression with just one group, such as "^(\\\\d{10})_"',
    ],
    ['a mistyped key', 'opus: {contraAcount: "1"}', 'opus.contraAcount: unknown key; did you mean contraAccount?'],
    ['a key in the wrong place', 'contraAccount: "1"', 'contraAccount: unknown key; did you mean opus.contraAccount?'],
    [
      'a mistyped field',
      'columns: {invoices: {suplierCvr: A}}',
      'columns.invoices.suplierCvr: unknown key; did you mean supplierCvr?',
    ],
    ['a key like nothing known', 'files: {zzz: 1}', 'files.zzz: unknown key; known here: groupReadable'],
    ['a key of JavaScript', '__proto__: {out: a}', /^bills\.yaml:1: __proto__: unknown key; known here: /],
  ])('%s', (_, text, message) => {
    if (typeof message === 'string') expect(errorOf(text, 'en')).toBe(`bills.yaml:1: ${message}`)
    else expect(errorOf(text, 'en')).toMatch(message)
  })

  it('is told all at once, each mistake with its row', () => {
    const text = 'opus:\n  maxLines: 1\n  formt: csv\nsuppliers:\n  "12345674":\n    billing: x\n'
    expect(errorOf(text).split('\n')).toEqual([
      'bills.yaml:2: opus.maxLines: forventede et helt tal fra 2 til 99999',
      'bills.yaml:3: opus.formt: ukendt nøgle; mente du format?',
      'bills.yaml:6: suppliers.12345674.billing: forventede en af: none, arrears, advance',
    ])
  })

  it('does not show a CPR number that stands for a key', () => {
    expect(errorOf('610190-1234: x\n')).toMatch(/^bills\.yaml:1: 610190-\*\*\*\*: /)
  })
})

describe('what is read', () => {
  it('takes a file of comments alone for the defaults', () => {
    expect(errorOf('# intet\n')).toBe('')
  })

  it('takes a CVR number without quotes as a key', () => {
    const config = parseConfig('bills.yaml', Buffer.from('suppliers:\n  12345674: {billing: advance}\n'))
    expect(config.suppliers['12345674']?.billing).toBe('advance')
  })

  it('takes kroner to øre, and one header as a list', () => {
    const text = 'rules: {amountTolerance: "0.05", maxAmount: 500000}\ncolumns: {invoices: {supplierCvr: Kreditor}}\n'
    expect(parseConfig('bills.yaml', Buffer.from(text))).toMatchObject({
      rules: {amountTolerance: 5, maxAmount: 50_000_000},
      columns: {invoices: {supplierCvr: ['Kreditor']}},
    })
  })

  it('follows YAML 1.2: yes and no are words', () => {
    expect(parseConfig('bills.yaml', Buffer.from('values: {yes: [yes, 1, X]}\n')).values.yes).toEqual(['yes', '1', 'X'])
  })
})
