/** A cell of a CPR column (`formats.md`, Reading tables): how its number is read, and what of it may be shown. */
import {type Cpr, cpr} from '../model/citizen.ts'

/** Null where it is no CPR number. Spaces and hyphens are dropped; nine digits have lost their zero to a spreadsheet. */
export function readCpr(text: string): Cpr | null {
  const digits = text.replaceAll(/[\s\u2010-\u2014-]/g, '')
  return (/^\d{9}$/.test(digits) ? cpr(`0${digits}`) : cpr(digits)) ?? null
}

/** The first six characters of whatever the cell of a CPR column holds, be it a CPR number or not. */
export const maskCprCell = (text: string): string => (text.length > 6 ? `${text.slice(0, 6)}-****` : text)
