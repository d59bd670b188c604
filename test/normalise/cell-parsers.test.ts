/** `formats.md`: how a cell of each type is read. The forms of dates, numbers and words have tests of their own. */
import {expect, it} from 'vitest'
import {configSchema} from '../../src/config/schema.ts'
import type {CellType} from '../../src/model/tables/field.ts'
import {cellParsers} from '../../src/normalise/cell-parsers.ts'
import type {Cell} from '../../src/read/cell.ts'

const parsers = cellParsers(
  configSchema.parse({values: {unit: {plads: 'Døgn'}, yes: ['Jo'], status: {Udkast: 'ignored'}}}),
)
const readings = (type: CellType, cell: Cell) => parsers[type].read(cell, () => 'danish')

it.each<[CellType, Cell, unknown]>([
  ['text', 'Bo\n sted', 'Bo\n sted'],
  ['oneLine', 'Bo\n sted', 'Bo sted'],
  ['amount', '1.234,50', 123_450],
  ['number', '37,5', {digits: 375, decimals: 1}],
  ['date', '31-03-2026', '2026-03-31'],
  ['cpr', '610190-1234', '6101901234'],
  ['cvr', 'DK 12 34 56 74', '12345674'],
  ['statedCpr', '610190-1234', {kind: 'number', cpr: '6101901234'}],
  ['statedCpr', '613290-1234', {kind: 'invalid', text: '613290-****'}],
  ['statedCvr', 'DK 12 34 56 74', '12345674'],
  ['statedCvr', '1234567', '1234567'],
  ['gln', '5790 0000 0000 1', '5790000000001'],
  ['currency', 'dkk', 'DKK'],
  ['documentType', 'Kreditnota', 'creditNote'],
  ['unit', 'plads', 'Døgn'],
  ['status', 'Aktiv', true],
  ['status', 'Udkast', false],
  ['yesNo', 'Jo', true],
  ['yesNo', 'Nej', false],
  ['paragraph', 'SEL § 107, stk. 2', '107'],
  ['mappingKey', '*', null],
  ['mappingKey', 'Bo  Sted', 'bo sted'],
  ['account', 's1234567', 'S1234567'],
  ['pspElement', 'xg-5038500001-1', 'XG-5038500001-00001'],
  ['pspElement', 'ukendt', 'ukendt'],
  ['chartType', 'psp', 'PSP'],
])('%s: %j is read as %j', (type, cell, value) => {
  expect(readings(type, cell)).toEqual({value})
})

it.each<[CellType, Cell, unknown, string]>([
  ['amount', 'x', null, 'amount'],
  ['number', 'to', null, 'number'],
  ['date', 'snart', null, 'date'],
  ['cpr', '613290-1234', null, 'cpr'],
  ['cvr', '1234567', null, 'cvr'],
  ['gln', '12 3', '123', 'gln'],
  ['documentType', 'Rykker', null, 'documentType'],
  ['unit', 'kvartal', null, 'unit'],
  ['yesNo', 'måske', null, 'yesNo'],
  ['paragraph', 'Botilbud', null, 'paragraph'],
  ['chartType', 'Konto', null, 'chartType'],
])('%s: %j cannot be read, and is %j', (type, cell, value, expected) => {
  expect(readings(type, cell)).toEqual({value, expected})
})

it.each<[CellType, unknown]>([
  ['text', ''],
  ['amount', null],
  ['statedCpr', {kind: 'empty'}],
  ['currency', 'DKK'],
  ['status', true],
  ['yesNo', null],
  ['mappingKey', null],
])('%s: an empty cell is %j', (type, value) => {
  expect(parsers[type].empty).toEqual(value)
})
