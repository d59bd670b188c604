/**
 * The support sheet to fill in (`formats.md`, Mapping; `commands.md`, init): the columns alone, lists to choose from that
 * the municipality adds its own words to, and what each column is for. The lists advise; they refuse nothing. Returns
 * the bytes of a workbook.
 */
import {type ColumnOf, type DropDown, type Sheet, type SheetColumn, sheetOf} from '../files/xlsx/sheet.ts'
import {workbookBytes} from '../files/xlsx/workbook.ts'

export const mappingTemplate = (paragraphs: readonly string[], made: Date): Promise<Uint8Array> =>
  workbookBytes([supportSheet(), listsSheet(paragraphs), guideSheet()], made)

type GuideRow = {readonly header: string; readonly isRequired: boolean | null; readonly meaning: string}
type TemplateColumn = SheetColumn & GuideRow

const text = (header: string, width: number, isRequired: boolean, meaning: string): TemplateColumn => ({
  ...{header, width, isRequired, meaning},
  kind: 'text',
})

const templateColumns: readonly TemplateColumn[] = [
  text(
    'Paragraf',
    13,
    true,
    '107, STU …: som i bevillingerne. Skal stå i rules.paragraphs i bills.yaml for at blive konteret.',
  ),
  text('Ejerforhold', 18, false, 'Kommunal, Regional, Privat, Selvejende …: som i bevillingerne. Tom eller *: alle.'),
  text('Målgruppe', 24, false, 'Som i bevillingerne. Tom eller *: alle.'),
  text('Indsats', 28, false, 'Som i bevillingerne. Tom eller *: alle.'),
  text('Art', 14, true, 'Artskontoen: en driftskonto på otte tegn, f.eks. 45000000.'),
  text('PSP-element', 26, true, 'F.eks. XG-5038500001-00001; kortere dele fyldes op med nuller foran.'),
  {...text('Gyldig fra', 14, false, 'Dato. Periodens sidste dag afgør, om rækken gælder. Tom: altid.'), kind: 'day'},
  {...text('Gyldig til', 14, false, 'Dato, til og med. Tom: ingen ende.'), kind: 'day'},
  text('Bemærkning', 40, false, 'Jeres egen; programmet bruger den ikke.'),
]

/** Rows down to which a list can be chosen from. */
const lastRow = 500
const lastListed = 100

function supportSheet(): Sheet {
  const listed = ['Paragraf', 'Ejerforhold', 'Målgruppe', 'Indsats']
  const dropDowns = listed.map((header, index): DropDown => {
    const letter = 'ABCD'[index] ?? 'A'
    return {
      column: templateColumns.findIndex((column) => column.header === header) + 1,
      ...{firstRow: 2, lastRow},
      range: `Lister!$${letter}$2:$${letter}$${lastListed}`,
      refusal: `Ordet står ikke på arket Lister. Bruger bevillingerne det, så behold det, og skriv det også på arket Lister.`,
      isAdvice: true,
    }
  })
  return sheetOf(
    'Støtteark',
    templateColumns.map((column): ColumnOf<never> => ({...column, value: () => null})),
    [],
    {dropDowns},
  )
}

const ownerships = ['*', 'Kommunal', 'Regional', 'Privat', 'Selvejende']

type ListRow = readonly [paragraph: string, ownership: string, targetGroup: string, service: string]

/** The two last columns are the municipality's own words. */
function listsSheet(paragraphs: readonly string[]): Sheet {
  const rows = Array.from({length: Math.max(paragraphs.length, ownerships.length)}, (_, index): ListRow => {
    const any = index === 0 ? '*' : ''
    return [paragraphs[index] ?? '', ownerships[index] ?? '', any, any]
  })
  const column = (header: string, width: number, index: number): ColumnOf<ListRow> => ({
    ...{header, width, kind: 'text'},
    value: (row) => row[index] ?? '',
  })
  return sheetOf(
    'Lister',
    [column('Paragraf', 13, 0), column('Ejerforhold', 18, 1), column('Målgruppe', 24, 2), column('Indsats', 28, 3)],
    rows,
    {frozenColumns: 0},
  )
}

const guideSheet = (): Sheet =>
  sheetOf<GuideRow>(
    'Vejledning',
    [
      {header: 'Kolonne', kind: 'text', width: 16, value: ({header}) => header},
      {
        header: 'Skal udfyldes',
        kind: 'text',
        width: 14,
        value: ({isRequired}) => (isRequired === null ? '' : isRequired ? 'Ja' : 'Nej'),
      },
      {header: 'Hvad der står i den', kind: 'wrapped', width: 70, value: ({meaning}) => meaning},
    ],
    [
      ...templateColumns,
      {
        header: 'Flere rækker',
        isRequired: null,
        meaning:
          'Passer flere rækker på en bevilling, vinder den med flest udfyldte felter. To, der passer lige godt og har forskellig konto, stopper regningen.',
      },
      {
        header: 'Egne ord',
        isRequired: null,
        meaning:
          'Skriv jeres målgrupper og indsatser på arket Lister, præcis som de står i bevillingerne; så kan de vælges i støttearket.',
      },
    ],
    {frozenColumns: 0},
  )
