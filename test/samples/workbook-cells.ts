/** The cells of a workbook, sheet by sheet: two workbooks with the same content differ in bytes. */
import ExcelJS from 'exceljs'

export async function workbookCells(bytes: Uint8Array): Promise<unknown[]> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  return workbook.worksheets.map((sheet) => {
    const rows: unknown[] = []
    sheet.eachRow((row, number) => {
      rows.push([number, ...(Array.isArray(row.values) ? row.values.slice(1) : [])])
    })
    return {name: sheet.name, rows}
  })
}
