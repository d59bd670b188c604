/**
 * Flags that several commands read alike (`commands.md`). Returns the value; what cannot be read throws an InputError, in
 * both languages.
 */
import {Flags} from '@oclif/core'
import type {IsoDate} from '../model/calendar.ts'
import {InputError} from '../model/input-error.ts'
import {readDate} from '../normalise/dates.ts'

/** `ledger`, `out` and `mapping` take the place of the key of that name in `bills.yaml`. */
export const ledgerFlag = (summary = 'What earlier runs did. [bills.db]') =>
  Flags.string({summary, helpValue: 'FILE', helpGroup: 'MEMORY'})

export const outFlag = () =>
  Flags.string({summary: 'Holds a folder for each run. [out]', helpValue: 'DIR', helpGroup: 'MEMORY'})

export const mappingFlag = () =>
  Flags.string({summary: 'The support sheet, from grant to account. [mapping.xlsx]', helpValue: 'FILE'})

/** The register, which the command cannot do without. */
export const grantsFlag = () =>
  Flags.string({
    summary: 'The register of grants, one row for each rate period.',
    helpValue: 'PATH',
    multiple: true,
    required: true,
  })

/** As in the files: `2026-03-31`, `31-03-2026`, `31.03.2026`. */
export const dateFlag = Flags.custom<IsoDate>({
  parse: async (text, _context, {name}) => {
    const read = readDate(text)
    if ('value' in read) return read.value
    throw new InputError(null, {
      da: `--${name}: forventede en dato, f.eks. 2026-03-31 eller 31-03-2026`,
      en: `--${name}: expected a date, such as 2026-03-31 or 31-03-2026`,
    })
  },
})

/** 0 to 100, with a decimal point or comma. */
export const percentFlag = Flags.custom<number>({
  parse: async (text, _context, {name}) => {
    const percent = /^\d{1,3}([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
    if (percent <= 100) return percent
    throw new InputError(null, {
      da: `--${name}: forventede et tal fra 0 til 100, f.eks. 45 eller 37,5`,
      en: `--${name}: expected a number from 0 to 100, such as 45 or 37.5`,
    })
  },
})
