/**
 * The values that a proof is made of (docs/proof.md), each as a codec: as it is in the JSON, and as the program
 * calculates with it. Amounts are kroner with two decimals and a decimal point, numbers have a decimal point, both as text.
 */
import {z} from 'zod'
import {type IsoDate, parseIsoDate} from '../../model/calendar.ts'
import type {Cpr} from '../../model/citizen.ts'
import {type Decimal, decimal, formatDecimal, jsonKroner, type Ore, ore} from '../../model/money.ts'
import {type Cvr, cvr} from '../../model/supplier.ts'

/** `-12345.50` is -1234550 øre. */
export const kroner = z.codec(
  z.string().regex(/^-?\d{1,13}\.\d{2}$/),
  z.custom<Ore>((value) => Number.isSafeInteger(value)),
  {decode: (text) => ore(Number(text.replace('.', ''))), encode: jsonKroner},
)

/** `37.5`, at most 15 digits. */
export const number = z.codec(
  z.string().regex(/^-?\d+(\.\d+)?$/),
  z.custom<Decimal>((value) => typeof value === 'object' && value !== null),
  {
    decode: (text, context) => {
      const value = decimal(text)
      if (value) return value
      context.issues.push({code: 'custom', input: text, message: 'not an exact decimal number'})
      return z.NEVER
    },
    encode: decimalText,
  },
)

/** `2026-03-31`. */
export const day = z.custom<IsoDate>((value) => typeof value === 'string' && parseIsoDate(value) !== undefined)

/** Both ends are included. */
export const days = {from: day, to: day}

/** Eight digits. */
export const supplierNumber = z.custom<Cvr>((value) => typeof value === 'string' && cvr(value) === value)

/** `010170-****`. It takes the number's place in records made of a proof: to be shown, for two citizens may share it. */
const mask = z.codec(
  z.string(),
  z.custom<Cpr>((value) => typeof value === 'string'),
  {
    decode: (text, context) => {
      if (isMask(text)) return text
      context.issues.push({code: 'custom', input: text, message: 'not a masked CPR number'})
      return z.NEVER
    },
    encode: (masked) => masked,
  },
)

const isMask = (text: string): text is Cpr => /^\d{6}-\*{4}$/.test(text)

/** By the ledger's keyed hash, and masked. */
export const citizen = z.strictObject({hash: z.string(), masked: mask})

/** `37.5`: the form of quantities in JSON. */
export function decimalText(value: Decimal): string {
  return formatDecimal(value).replace(',', '.')
}
