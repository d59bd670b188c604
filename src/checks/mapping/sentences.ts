/** What each finding says is wrong, and what to do about it, in Danish and English. The cell and its value stand before it. */

import type {MappingKeys} from '../../coding/mapping.ts'
import type {IsoDate} from '../../model/calendar.ts'
import type {LocalizedText} from '../../model/language.ts'
import {dayText, listText, localize, paragraphText} from '../../text/format.ts'
import {maskedLine} from '../../text/mask.ts'
import type {NumberField} from './check-input.ts'

export const say = (da: string, en: string): LocalizedText => ({da, en})

/** `§ 107, Privat, Voksne`: the filled keys. The support sheet's own are known without capitals alone. */
export const keysText = ({paragraph, ownership, targetGroup, service}: MappingKeys): string =>
  [paragraphText(paragraph), ...[ownership, targetGroup, service].map(maskedLine).filter(Boolean).map(capital)].join(
    ', ',
  )

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const rowsText = (rows: readonly number[], language: 'da' | 'en'): string =>
  `${language === 'da' ? (rows.length === 1 ? 'række' : 'rækkerne') : rows.length === 1 ? 'row' : 'rows'} ${listText(rows.map(String), language, 8)}`

export const malformed = (field: NumberField): LocalizedText =>
  field === 'account'
    ? say(
        'er ingen artskonto: otte tegn, et ciffer og syv cifre.',
        'is no account: eight characters, a digit and seven digits.',
      )
    : say('har ikke formen XG-5038500001-00001.', 'has not the form XG-5038500001-00001.')

export const wrongColumn = (field: NumberField): LocalizedText =>
  field === 'account'
    ? say('er et PSP-element og står i artskontoens kolonne.', 'is a PSP element and stands in the account’s column.')
    : say('er en artskonto og står i PSP-elementets kolonne.', 'is an account and stands in the PSP element’s column.')

export const moveIt = say(
  'Flyt nummeret til sin egen kolonne, og skriv det rigtige her.',
  'Move the number to its own column, and write the right one here.',
)

export const statusAccount = say(
  'er en statuskonto (9… eller S…); rækken skal have en driftskonto.',
  'is a status account (9… or S…); the row needs an operating account.',
)

export const chooseOperating = say('Vælg en driftskonto.', 'Choose an operating account.')

export const neverValid = say(
  'ligger før rækkens første dag: rækken gælder aldrig.',
  'is before the row’s first day: the row never holds.',
)

export const correctDates = say('Ret den ene af de to datoer.', 'Correct one of the two dates.')

/** `expectation` is what was expected of the cell (`src/exceptions/problems.ts`). */
export const unreadable = (expectation: LocalizedText): LocalizedText =>
  localize((language) =>
    language === 'da'
      ? `${expectation.da}. Enhver bevilling, som rækken kan gælde, er flertydig (MAPPING_AMBIGUOUS).`
      : `${expectation.en}. Every grant that the row may fit is ambiguous (MAPPING_AMBIGUOUS).`,
  )

export const correctCell = say('Ret cellen.', 'Correct the cell.')

export const chartUnreadable = (expectation: LocalizedText): LocalizedText =>
  localize((language) =>
    language === 'da'
      ? `${expectation.da}. Nummeret regnes for ikke at være i kontoplanen.`
      : `${expectation.en}. The number counts as not in the chart.`,
  )

export const correctChart = say('Ret rækken i kontoplanens udtræk.', 'Correct the row in the chart’s export.')

export const duplicate = (rows: readonly number[]): LocalizedText =>
  localize((language) =>
    language === 'da'
      ? `Rækken siger det samme som ${rowsText(rows, 'da')}.`
      : `The row says the same as ${rowsText(rows, 'en')}.`,
  )

export const deleteOne = say('Slet den ene.', 'Delete one of them.')

export const conflict = (rows: readonly number[], keys: MappingKeys): LocalizedText =>
  localize((language) =>
    language === 'da'
      ? `Rækken er lige så udfyldt som ${rowsText(rows, 'da')} og fører et andet sted hen: bevillinger med ${keysText(keys)} er flertydige (MAPPING_AMBIGUOUS).`
      : `The row is as filled as ${rowsText(rows, 'en')} and leads elsewhere: grants with ${keysText(keys)} are ambiguous (MAPPING_AMBIGUOUS).`,
  )

export const settleConflict = (keys: MappingKeys, isSame: boolean): LocalizedText =>
  isSame
    ? say('Slet den forkerte af dem.', 'Delete the wrong one of them.')
    : say(
        `Tilføj en række, der er udfyldt for netop ${keysText(keys)}.`,
        `Add a row that is filled for just ${keysText(keys)}.`,
      )

export const outOfScope = (paragraph: string): LocalizedText =>
  say(
    `${paragraphText(paragraph)} er ikke blandt rules.paragraphs: intet konteres efter rækken.`,
    `${paragraphText(paragraph)} is not among rules.paragraphs: nothing is posted by the row.`,
  )

export const widenScope = say(
  'Slet rækken, eller tilføj paragraffen i bills.yaml under rules.paragraphs.',
  'Delete the row, or add the paragraph in bills.yaml under rules.paragraphs.',
)

export const neverReached = (rows: readonly number[]): LocalizedText =>
  localize((language) =>
    language === 'da'
      ? `Rækken bruges aldrig: mere udfyldte rækker (${rowsText(rows, 'da')}) tager alle de bevillinger, den passer på.`
      : `The row is never reached: more filled rows (${rowsText(rows, 'en')}) take every grant that it fits.`,
  )

export const keepAsFallback = say(
  'Slet den, hvis den ikke skal fange kommende bevillinger.',
  'Delete it, unless it is there to catch grants to come.',
)

export const usedByNone = say('Ingen bevilling bruger rækken.', 'No grant uses the row.')

export const correctKey = (near: readonly string[]): LocalizedText =>
  near.length > 0
    ? localize((language) =>
        language === 'da'
          ? `Bevillingerne skriver ${eitherOf(
              near.map((word) => `«${maskedLine(word)}»`),
              'da',
            )}. Er det en tastefejl, så ret den.`
          : `The grants write ${eitherOf(
              near.map((word) => `«${maskedLine(word)}»`),
              'en',
            )}. If that is a typing error, correct it.`,
      )
    : say('Slet den, hvis den ikke venter på bevillinger.', 'Delete it, unless it waits for grants.')

export const withoutRow = (keys: MappingKeys, ids: readonly string[], from: IsoDate | null): LocalizedText =>
  localize((language) => {
    const grants = listText(ids.map(maskedLine), language)
    return language === 'da'
      ? `Ingen række passer på ${keysText(keys)}${from === null ? '' : ` fra ${dayText(from, 'da')}`} (${grants}).`
      : `No row fits ${keysText(keys)}${from === null ? '' : ` from ${dayText(from, 'en')}`} (${grants}).`
  })

export const addRow = (near: {readonly row: number; readonly word: string} | null): LocalizedText =>
  near
    ? say(
        `Tilføj en række, eller ret række ${near.row}: dens «${maskedLine(near.word)}» ligner.`,
        `Add a row, or correct row ${near.row}: its «${maskedLine(near.word)}» is like it.`,
      )
    : say('Tilføj en række.', 'Add a row.')

/** `a eller b`. */
export const eitherOf = (words: readonly string[], language: 'da' | 'en'): string =>
  words.join(language === 'da' ? ' eller ' : ' or ')
