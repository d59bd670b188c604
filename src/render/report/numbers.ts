/** Figures as people read them. What has no figure is a dash. */

import type {Language} from '../../model/language.ts'
import {jsonKroner, type Ore} from '../../model/money.ts'
import {shownCount, shownKroner} from '../../text/figures.ts'

export const noFigure = '–'

export const countText = shownCount

export const amountText = (amount: Ore, language: Language): string => shownKroner(jsonKroner(amount), language)

/** `41,2`: one decimal. */
export function tenthsText(value: number | null, language: Language): string {
  if (value === null) return noFigure
  const [whole = '', tenths = ''] = Math.abs(value).toFixed(1).split('.')
  return `${value < 0 ? '−' : ''}${shownCount(Number(whole), language)}${language === 'da' ? ',' : '.'}${tenths}`
}

/** `41,2 %`. */
export const percentText = (value: number | null, language: Language): string =>
  value === null ? noFigure : `${tenthsText(value, language)} %`

/** `+1,4`, `−0,3`, `0,0`. */
export const signedText = (value: number | null, language: Language): string =>
  `${value !== null && value > 0 ? '+' : ''}${tenthsText(value, language)}`

/** `50`, `38,5`: no decimals that say nothing. */
export const plainText = (value: number, language: Language): string =>
  language === 'da' ? String(value).replace('.', ',') : String(value)
