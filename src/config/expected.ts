/**
 * What a key of `bills.yaml` was expected to hold, in both languages. A schema carries messages as plain text, so
 * the two are packed into one and taken apart again where the mistakes of the file are reported.
 */
import {z} from 'zod'
import type {LocalizedText} from '../model/language.ts'

/** The `error` of a schema or check: `expected …`, without the key and without a full stop. */
export const expected = (text: LocalizedText): string => JSON.stringify(text)

/** Undefined where a message is the schema library's own. */
export function expectationIn(message: string): LocalizedText | undefined {
  try {
    const read = packed.safeParse(JSON.parse(message))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}

const packed = z.strictObject({da: z.string(), en: z.string()})

export const expectedText = expected({da: 'forventede tekst (i anførselstegn)', en: 'expected text (in quotes)'})

export const expectedYesNo = expected({da: 'forventede true eller false', en: 'expected true or false'})

export const expectedSection = expected({
  da: 'forventede nøgler med hver sin værdi, rykket ind på linjerne under',
  en: 'expected keys, each with its value, indented on the lines below',
})

export const expectedList = expected({
  da: 'forventede en liste, f.eks. [a, b]',
  en: 'expected a list, such as [a, b]',
})

export const expectedCvr = expected({
  da: 'forventede et CVR-nummer på otte cifre i anførselstegn, f.eks. "12345674"',
  en: 'expected a CVR number of eight digits in quotes, such as "12345674"',
})

export const expectedDate = expected({
  da: 'forventede en dato i kalenderen, f.eks. 2026-01-01',
  en: 'expected a date in the calendar, such as 2026-01-01',
})

export const expectedPattern = expected({
  da: 'forventede et regulært udtryk med netop én gruppe, f.eks. "^(\\\\d{10})_"',
  en: 'expected a regular expression with just one group, such as "^(\\\\d{10})_"',
})

export const expectedOneOf = (values: readonly string[]): string =>
  expected({da: `forventede en af: ${values.join(', ')}`, en: `expected one of: ${values.join(', ')}`})

export function expectedNumber(least: number, most: number | undefined, isWhole: boolean): string {
  const da = isWhole ? 'et helt tal' : 'et tal'
  const en = isWhole ? 'a whole number' : 'a number'
  return most === undefined
    ? expected({da: `forventede ${da}, mindst ${least}`, en: `expected ${en}, at least ${least}`})
    : expected({da: `forventede ${da} fra ${least} til ${most}`, en: `expected ${en} from ${least} to ${most}`})
}

export function expectedKroner(most: number | undefined): string {
  const [da, en] = most === undefined ? ['', ''] : [`, højst ${most.toFixed(2)}`, `, at most ${most.toFixed(2)}`]
  return expected({
    da: `forventede kroner med punktum, f.eks. "1.00"${da}`,
    en: `expected kroner with a decimal point, such as "1.00"${en}`,
  })
}
