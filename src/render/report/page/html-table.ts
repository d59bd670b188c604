/** HTML in small pieces: text is escaped here and nowhere else; a table says for each cell what it is. */

import type {CellValue, ColumnKind} from '../../../files/xlsx/sheet.ts'
import type {Language} from '../../../model/language.ts'
import {ore} from '../../../model/money.ts'
import {amountText, countText, noFigure, tenthsText} from '../../../text/numbers.ts'
import type {ReportTable} from '../tables.ts'

/** Markup; plain text becomes markup by `text`. */
export type Html = string

export const text = (value: string): Html => value.replaceAll(/[&<>"']/g, (mark) => `&#${mark.codePointAt(0) ?? 0};`)

/**
 * The brief columns that have something in them. On a narrow page each row is a block with its headers
 * (`page-style.ts`); the roles keep it a table for those who hear it.
 */
export function tableHtml({columns, rows}: ReportTable, caption: string, language: Language): Html {
  const shown = columns
    .map((column, index) => ({...column, index}))
    .filter(({isBrief, index}) => isBrief && (index === 0 || rows.some((row) => row[index] !== '')))
  const head = shown.map(({header, kind}) => `<th role="columnheader" scope="col"${classOf(kind)}>${text(header)}</th>`)
  const body = rows.map((row) => {
    const cells = shown.map(({header, kind, index}, place) => {
      const value = text(cellText(row[index] ?? null, kind, language))
      if (place === 0) return `<th role="rowheader" scope="row">${value}</th>`
      const blank = value === '' ? ' data-blank' : ''
      return `<td role="cell" data-label="${text(header)}"${classOf(kind)}${blank}>${value}</td>`
    })
    return `<tr role="row">${cells.join('')}</tr>`
  })
  return [
    '<table role="table">',
    `<caption>${text(caption)}</caption>`,
    `<thead role="rowgroup"><tr role="row">${head.join('')}</tr></thead>`,
    `<tbody role="rowgroup">`,
    ...body,
    '</tbody></table>',
  ].join('\n')
}

const isNumber = (kind: ColumnKind): boolean => kind === 'count' || kind === 'amount' || kind === 'percent'

const classOf = (kind: ColumnKind): string => (isNumber(kind) ? ' class="number"' : '')

function cellText(value: CellValue, kind: ColumnKind, language: Language): string {
  if (value === null) return isNumber(kind) ? noFigure : ''
  if (typeof value === 'string') return value
  if (kind === 'amount') return amountText(ore(value), language)
  return kind === 'percent' ? tenthsText(value, language) : countText(value, language)
}
