/**
 * Notices of sheets that were not read: of a workbook whose further sheets have the columns too, the first is read
 * (`formats.md`, Reading tables).
 */
import type {Notice} from '../model/language.ts'
import type {Table} from '../read/table.ts'

export const sheetNotices = (tables: readonly Table[]): Notice[] =>
  tables.flatMap(({file, sheet, unreadSheets}) =>
    unreadSheets.length > 0 ? [noticeOf(file, sheet, unreadSheets)] : [],
  )

function noticeOf(file: string, sheet: string | null, unread: readonly string[]): Notice {
  const names = unread.map((name) => `«${name}»`).join(', ')
  return {
    da: `${file}: kun arket «${sheet}» er læst. ${names} har de samme kolonner; gem hvert ark som sin egen fil, hvis det skal med.`,
    en: `${file}: only the sheet «${sheet}» was read. ${names} ${unread.length > 1 ? 'have' : 'has'} the same columns; save each sheet as a file of its own if it is to be read.`,
  }
}
