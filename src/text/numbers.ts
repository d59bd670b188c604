/**
 * Numbers as people read them, in Danish and English: counts, kroner, rates and percentage points. Takes numbers and
 * returns text; what has no figure is a dash. The files for OPUS, Sensum and programs have forms of their own
 * (`model/money.ts`).
 */
import type {Language} from '../model/language.ts'
import type {Ore} from '../model/money.ts'

type Formatters = Readonly<Record<Language, Intl.NumberFormat>>

const formatters = (options: Intl.NumberFormatOptions): Formatters => ({
  da: new Intl.NumberFormat('da', options),
  en: new Intl.NumberFormat('en-GB', options),
})

const counts = formatters({maximumFractionDigits: 0})
const amounts = formatters({minimumFractionDigits: 2, maximumFractionDigits: 2})
const tenths = formatters({minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'negative'})
const atMostTenths = formatters({maximumFractionDigits: 1})
const signed = formatters({minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero'})
const plain = formatters({maximumFractionDigits: 20, useGrouping: false})

/** Stands where there is no figure. */
export const noFigure = '–'

/** `1.300`; in English `1,300`. */
export const countText = (count: number, language: Language): string => counts[language].format(count)

/** Øre as kroner: `1.234,50`; in English `1,234.50`. To the øre for amounts of up to 15 digits. */
export const amountText = (amount: Ore, language: Language): string => amounts[language].format(amount / 100)

/** `41,2`: one decimal. */
export const tenthsText = (value: number | null, language: Language): string =>
  value === null ? noFigure : withMinusSign(tenths[language].format(value))

/** `1.234,5`, `12`: one decimal, none where it is 0. */
export const atMostTenthsText = (value: number, language: Language): string => atMostTenths[language].format(value)

/** Per cent: `41,2 %`. */
export const percentText = (value: number | null, language: Language): string =>
  value === null ? noFigure : `${tenthsText(value, language)} %`

/** Percentage points: `+1,4`, `−0,3`, `0,0`. */
export const signedText = (value: number | null, language: Language): string =>
  value === null ? noFigure : withMinusSign(signed[language].format(value))

/** `50`, `38,5`: as many decimals as it has, no grouping. */
export const plainText = (value: number, language: Language): string => plain[language].format(value)

/** Rates and points have the minus sign of the typesetter (U+2212), which is as wide as a plus. */
const withMinusSign = (text: string): string => text.replace('-', '−')
