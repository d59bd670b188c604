/**
 * Masking of CPR numbers: all that terminal, logs, errors, JSON and remarks may show is `010170-****`. The names say
 * what a text is: a line from a file, a sentence of the program's own, or a document's number.
 */
import {cpr, cprNumbersIn, cprPattern} from '../model/citizen.ts'

/** `010170-****`: all that terminal, logs, errors and JSON may show. */
export const maskCpr = (number: string): string => `${number.slice(0, 6)}-****`

/** A text in which everything that looks like a CPR number is masked, real date or not. */
export const maskCprIn = (text: string): string => text.replaceAll(cprPattern, (_, date: string) => maskCpr(date))

/** A text of the program's own, in which only CPR numbers with a real date are masked: a PSP element has ten digits too. */
export const maskRealCprIn = (text: string): string =>
  text.replaceAll(cprPattern, (whole, date: string, serial: string) => (cpr(date + serial) ? maskCpr(date) : whole))

/** Free text from a file: on one line, whatever looks like a CPR number masked. */
export const maskedLine = (text: string): string => oneLine(maskCprIn(text))

/** A sentence of the program's own on one line: of ten digits only a CPR number with a real date is masked. */
export const maskedSentence = (text: string): string => oneLine(maskRealCprIn(text))

/**
 * A document's or invoice's number: masked only where it is a CPR number with a real date, for most ten digits are not.
 */
export const maskedNumber = (number: string): string =>
  cprNumbersIn(number).length === 0 ? oneLine(number) : maskedLine(number)

const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()
