/**
 * What is wrong with a row, and what to do about it, in Danish and English (`commands.md`, validate-mapping). What is said
 * of a cell begins with a verb where it follows the column and the value (`finding-about.ts`).
 */
import type {MappingKeys} from '../../coding/mapping.ts'
import type {IsoDate} from '../../model/calendar.ts'
import type {Language, LocalizedText} from '../../model/language.ts'
import {dayText, inLanguage, listText, localize, paragraphText} from '../../text/format.ts'
import {maskedLine} from '../../text/mask.ts'
import type {NumberField} from './check-input.ts'

/** `§ 107, Privat, Voksne`: the filled keys, with capitals, for those of the support sheet are folded. */
export const keysText = ({paragraph, ownership, targetGroup, service}: MappingKeys): string =>
  [paragraphText(paragraph), ...[ownership, targetGroup, service].map(maskedLine).filter(Boolean).map(capital)].join(
    ', ',
  )

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const rowsText = (rows: readonly number[], language: Language): string =>
  `${inLanguage(language, rows.length === 1 ? 'række' : 'rækkerne', rows.length === 1 ? 'row' : 'rows')} ${listText(rows.map(String), language, 8)}`

export const malformed = (field: NumberField): LocalizedText =>
  field === 'account'
    ? {
        da: 'er ingen artskonto: otte tegn, et ciffer og syv cifre.',
        en: 'is no account: eight characters, a digit and seven digits.',
      }
    : {da: 'har ikke formen XG-5038500001-00001.', en: 'has not the form XG-5038500001-00001.'}

export const wrongColumn = (field: NumberField): LocalizedText =>
  field === 'account'
    ? {
        da: 'er et PSP-element og står i artskontoens kolonne.',
        en: 'is a PSP element and stands in the account’s column.',
      }
    : {
        da: 'er en artskonto og står i PSP-elementets kolonne.',
        en: 'is an account and stands in the PSP element’s column.',
      }

export const moveIt: LocalizedText = {
  da: 'Flyt nummeret til sin egen kolonne, og skriv det rigtige her.',
  en: 'Move the number to its own column, and write the right one here.',
}

export const statusAccount: LocalizedText = {
  da: 'er en statuskonto (9… eller S…); rækken skal have en driftskonto.',
  en: 'is a status account (9… or S…); the row needs an operating account.',
}

export const chooseOperating: LocalizedText = {da: 'Vælg en driftskonto.', en: 'Choose an operating account.'}

export const neverValid: LocalizedText = {
  da: 'ligger før rækkens første dag: rækken gælder aldrig.',
  en: 'is before the row’s first day: the row never holds.',
}

export const correctDates: LocalizedText = {da: 'Ret den ene af de to datoer.', en: 'Correct one of the two dates.'}

/** `expectation` is what was expected of the cell (`src/exceptions/problems.ts`). */
export const unreadable = (expectation: LocalizedText): LocalizedText => ({
  da: `${expectation.da}. Enhver bevilling, som rækken kan gælde, er flertydig (MAPPING_AMBIGUOUS).`,
  en: `${expectation.en}. Every grant that the row may fit is ambiguous (MAPPING_AMBIGUOUS).`,
})

export const correctCell: LocalizedText = {da: 'Ret cellen.', en: 'Correct the cell.'}

export const duplicate = (rows: readonly number[]): LocalizedText => ({
  da: `Rækken siger det samme som ${rowsText(rows, 'da')}.`,
  en: `The row says the same as ${rowsText(rows, 'en')}.`,
})

export const deleteOne: LocalizedText = {da: 'Slet den ene.', en: 'Delete one of them.'}

export const conflict = (rows: readonly number[], keys: MappingKeys): LocalizedText => ({
  da: `Rækken er lige så udfyldt som ${rowsText(rows, 'da')} og fører et andet sted hen: bevillinger med ${keysText(keys)} er flertydige (MAPPING_AMBIGUOUS).`,
  en: `The row is as filled as ${rowsText(rows, 'en')} and leads elsewhere: grants with ${keysText(keys)} are ambiguous (MAPPING_AMBIGUOUS).`,
})

export const settleConflict = (keys: MappingKeys, isSame: boolean): LocalizedText =>
  isSame
    ? {da: 'Slet den forkerte af dem.', en: 'Delete the wrong one of them.'}
    : {
        da: `Tilføj en række, der er udfyldt for netop ${keysText(keys)}.`,
        en: `Add a row that is filled for just ${keysText(keys)}.`,
      }

export const outOfScope = (paragraph: string): LocalizedText => ({
  da: `${paragraphText(paragraph)} er ikke blandt rules.paragraphs: intet konteres efter rækken.`,
  en: `${paragraphText(paragraph)} is not among rules.paragraphs: nothing is posted by the row.`,
})

export const widenScope: LocalizedText = {
  da: 'Slet rækken, eller tilføj paragraffen i bills.yaml under rules.paragraphs.',
  en: 'Delete the row, or add the paragraph in bills.yaml under rules.paragraphs.',
}

export const neverReached = (rows: readonly number[]): LocalizedText => ({
  da: `Rækken bruges aldrig: mere udfyldte rækker (${rowsText(rows, 'da')}) tager alle de bevillinger, den passer på.`,
  en: `The row is never reached: more filled rows (${rowsText(rows, 'en')}) take every grant that it fits.`,
})

export const keepAsFallback: LocalizedText = {
  da: 'Slet den, hvis den ikke skal fange kommende bevillinger.',
  en: 'Delete it, unless it is there to catch grants to come.',
}

export const usedByNone: LocalizedText = {da: 'Ingen bevilling bruger rækken.', en: 'No grant uses the row.'}

export const correctKey = (near: readonly string[]): LocalizedText =>
  near.length > 0
    ? {
        da: `Bevillingerne skriver ${eitherOf(
          near.map((word) => `«${maskedLine(word)}»`),
          'da',
        )}. Er det en tastefejl, så ret den.`,
        en: `The grants write ${eitherOf(
          near.map((word) => `«${maskedLine(word)}»`),
          'en',
        )}. If that is a typing error, correct it.`,
      }
    : {da: 'Slet den, hvis den ikke venter på bevillinger.', en: 'Delete it, unless it waits for grants.'}

export const withoutRow = (keys: MappingKeys, ids: readonly string[], from: IsoDate | null): LocalizedText =>
  localize((language) => {
    const grants = listText(ids.map(maskedLine), language)
    return inLanguage(
      language,
      `Ingen række passer på ${keysText(keys)}${from === null ? '' : ` fra ${dayText(from, 'da')}`} (${grants}).`,
      `No row fits ${keysText(keys)}${from === null ? '' : ` from ${dayText(from, 'en')}`} (${grants}).`,
    )
  })

export const addRow = (near: {readonly row: number; readonly value: string} | null): LocalizedText =>
  near
    ? {
        da: `Tilføj en række, eller ret række ${near.row}: dens «${maskedLine(near.value)}» ligner.`,
        en: `Add a row, or correct row ${near.row}: its «${maskedLine(near.value)}» is like it.`,
      }
    : {da: 'Tilføj en række.', en: 'Add a row.'}

/** `a eller b`. */
export const eitherOf = (words: readonly string[], language: Language): string =>
  words.join(inLanguage(language, ' eller ', ' or '))
