/** Citizens that cannot exist, suppliers, days and amounts that the tests share. */
import {type IsoDate, type Month, monthPeriod, type Period} from '../../src/model/calendar.ts'
import type {Cpr} from '../../src/model/citizen.ts'
import {type Decimal, decimal, type Ore} from '../../src/model/money.ts'
import type {Cvr} from '../../src/model/supplier.ts'

export const anna = '6101901234' as Cpr
export const bo = '9101801234' as Cpr
export const eva = '7105851234' as Cpr

export const bostedet = '12345674' as Cvr
export const hjemmet = '60402043' as Cvr
export const kontoret = '11111114' as Cvr

export const day = (text: string): IsoDate => text as IsoDate
export const ofOre = (amount: number): Ore => amount as Ore

/** `2026-03` is the month, `2026-03-01/2026-03-10` a pair of days. */
export function days(text: string): Period {
  const [from = '', to] = text.split('/')
  return to === undefined ? monthPeriod(from as Month) : {from: day(from), to: day(to)}
}

export const march = days('2026-03')
export const april = days('2026-04')

/** `37.5` */
export function number(text: string): Decimal {
  const read = decimal(text)
  if (!read) throw new RangeError(`no number: ${text}`)
  return read
}
