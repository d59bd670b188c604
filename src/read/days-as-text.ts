/**
 * Cells of the type «day» (`t="d"`, ISO 29500-1, 18.18.11), which Excel writes in the «Strict Open XML» format: exceljs
 * takes them for numbers and makes a day of 1905 of `2026-03-31`. As text they are read for what they say; a formula of
 * their own goes, for its result is what counts.
 */
import JSZip from 'jszip'

const isSheet = /^xl\/worksheets\/[^/]+\.xml$/i
const typedDay = /(<c\b[^>]*?\st=)(?:"d"|'d')([^>]*>)(?:<f>[^<]*<\/f>)?/g

/** The workbook itself where it has none. Rejects where it cannot be opened. */
export async function withDaysAsText(bytes: Uint8Array): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes)
  let isChanged = false
  for (const part of zip.filter((path) => isSheet.test(path))) {
    const xml = await part.async('string')
    const text = xml.replaceAll(typedDay, '$1"str"$2')
    if (text === xml) continue
    zip.file(part.name, text)
    isChanged = true
  }
  return isChanged ? zip.generateAsync({type: 'uint8array', compression: 'STORE'}) : bytes
}
