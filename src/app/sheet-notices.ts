/** Of each workbook whose further sheets have the columns too (`formats.md`: the first is read): what was not read. */
import type {LocalizedText} from '../model/language.ts'
import type {Table} from '../read/table.ts'

export const sheetNotices = (tables: readonly Table[]): LocalizedText[] =>
  tables.flatMap(({file, sheet, unreadSheets}) => (unreadSheets.length > 0 ? [noteOf(file, sheet, unreadSheets)] : []))

function noteOf(file: string, sheet: string | null, unread: readonly string[]): LocalizedText {
  const names = unread.map((name) => `«${name}»`).join(', ')
  return {
    da: `${file}: kun arket «${sheet}» er læst. ${names} har de samme kolonner; gem hvert ark som sin egen fil, hvis det skal med.`,
    en: `${file}: only the sheet «${sheet}» was read. ${names} ${unread.length > 1 ? 'have' : 'has'} the same columns; save each sheet as a file of its own if it is to be read.`,
  }
}
