/** What a hint says of a time: a month `2026-03` by its name, other text as the invoice has it, masked. */
import type {Month} from '../../model/calendar.ts'
import type {Language} from '../../model/language.ts'
import {monthText} from '../../text/format.ts'
import {maskedLine} from '../../text/mask.ts'

export const monthOrText = (text: string, language: Language): string =>
  /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? monthText(text as Month, language) : maskedLine(text)
