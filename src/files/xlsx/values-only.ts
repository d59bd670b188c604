/**
 * The parts of a workbook that hold values, put together anew as exceljs can read them. It knows parts by their usual
 * names and elements by their usual prefix, and reads many parts more than are needed, any of which may stop it:
 *
 * - .NET's Open XML SDK writes `<x:row>` where others write `<row>`, and other programs give sheets names of their own;
 * - Excel's «Strict Open XML», and openpyxl where asked, write days as text of a type of their own (`t="d"`,
 *   ISO 29500-1, 18.18.11), of which exceljs makes a day of 1905;
 * - a formula may have its result among the shared texts (`t="s"`), whose number exceljs takes for the result;
 * - without the part of the texts, exceljs takes the number of each for the text itself.
 *
 * A cell of either kind keeps its result alone; where other cells share its formula it becomes an error. A part that is
 * named and not there makes the workbook damaged. Pictures, notes, tables and properties are left out.
 */
import JSZip from 'jszip'
import {kindOf, openPackage, type Relation, relationsOf} from './package.ts'
import {elementsIn, escapeXml} from './xml.ts'

/** Null where the zip is no workbook of XML. Rejects where it cannot be opened, or a part is missing or no XML. */
export async function withValuesAlone(bytes: Uint8Array): Promise<Uint8Array | null> {
  const archive = await openPackage(bytes)
  const book = (await relationsOf(archive, '')).find((relation) => kindOf(relation) === 'officeDocument')?.target
  const xml = book && /\.xml$/i.test(book) ? await archive.read(book) : undefined
  if (book === undefined || xml === undefined) return null

  const made = new JSZip()
  const relations: string[] = []
  for (const [at, relation] of (await relationsOf(archive, book)).entries()) {
    const name = nameOf(relation, at)
    if (name === undefined) continue
    const part = await archive.read(relation.target)
    if (part === undefined) throw new RangeError(`the workbook has no part ${relation.target}`)
    made.file(`xl/${name}`, resultsAlone(unprefixed(part)))
    relations.push(`<Relationship Id="${escapeXml(relation.id)}" Type="${escapeXml(relation.type)}" Target="${name}"/>`)
  }
  made.file('xl/workbook.xml', workbookOf(xml))
  made.file('xl/_rels/workbook.xml.rels', `<Relationships>${relations.join('')}</Relationships>`)
  return made.generateAsync({type: 'uint8array', compression: 'STORE'})
}

/** What exceljs knows the part by; undefined where it is not asked for. */
function nameOf(relation: Relation, at: number): string | undefined {
  switch (kindOf(relation)) {
    case 'worksheet':
      return `worksheets/sheet${at + 1}.xml`
    case 'sharedStrings':
      return 'sharedStrings.xml'
    case 'styles':
      return 'styles.xml'
    default:
      return undefined
  }
}

/** The names of its sheets in their order, and the day from which it counts. */
function workbookOf(xml: string): string {
  const sheets = elementsIn(xml, ({local, parent}) => local === 'sheet' && parent?.local === 'sheets')
  const [settings] = elementsIn(xml, ({local}) => local === 'workbookPr')
  const is1904 = /^(?:1|true)$/.test(settings?.attributes.get('date1904') ?? '')
  const tags = sheets.map(({attributes}) => {
    const [name = '', number = '', id = ''] = ['name', 'sheetId', 'id'].map((key) =>
      escapeXml(attributes.get(key) ?? ''),
    )
    return `<sheet name="${name}" sheetId="${number}" r:id="${id}"/>`
  })
  return `<workbook><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>${tags.join('')}</sheets></workbook>`
}

/** Elements without the prefix that the part's first has. */
function unprefixed(xml: string): string {
  const prefix = /<([\w.-]+):(?:worksheet|sst|styleSheet)[\s>]/.exec(xml.slice(0, 4_000))?.[1]
  return prefix === undefined ? xml : xml.replaceAll(new RegExp(`<(/?)${prefix.replaceAll('.', '\\.')}:`, 'g'), '<$1')
}

const typedDay = /(<c\b[^>]*?\st\s*=\s*)(?:"d"|'d')([^>]*>)(?:<f>[^<]*<\/f>)?/g
const formulaOfSharedText = /(<c\b[^>]*?\st\s*=\s*(?:"s"|'s')[^>]*>)<f>[^<]*<\/f>/g
const sharedFormulaOfSharedText = /(<c\b[^>]*?\st\s*=\s*)(?:"s"|'s')([^>]*><f\s)/g

const resultsAlone = (xml: string): string =>
  xml
    .replaceAll(typedDay, '$1"str"$2')
    .replaceAll(formulaOfSharedText, '$1')
    .replaceAll(sharedFormulaOfSharedText, '$1"e"$2')
