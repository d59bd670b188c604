/** What `validate-mapping` found, as the sheets of a workbook to work through. */

import type {Assignment} from '../../checks/mapping/account-assignment.ts'
import type {Change} from '../../checks/mapping/changes.ts'
import type {CheckedMapping} from '../../checks/mapping/check-mapping.ts'
import type {Finding} from '../../checks/mapping/finding.ts'
import {sentenceOf} from '../../checks/mapping/finding-groups.ts'
import {type ColumnOf, type Sheet, sheetOf} from '../../files/xlsx/sheet.ts'
import type {Language} from '../../model/language.ts'

/** The findings, and what changes where something was given to compare with. */
export function mappingSheets({findings, changes}: CheckedMapping, language: Language): Sheet[] {
  const say = (da: string, en: string): string => (language === 'da' ? da : en)
  return [
    sheetOf(say('Fund', 'Findings'), findingColumns(language), findings, {
      tints: findings.map(({severity}) => (severity === 'error' ? 'rose' : 'sand')),
    }),
    ...(changes ? [sheetOf(say('Ændringer', 'Changes'), changeColumns(language), changes)] : []),
  ]
}

function findingColumns(language: Language): ColumnOf<Finding>[] {
  const say = (da: string, en: string): string => (language === 'da' ? da : en)
  const severities = {error: say('Fejl', 'Error'), warning: say('Advarsel', 'Warning')}
  return [
    {header: say('Alvor', 'Severity'), kind: 'text', width: 11, value: ({severity}) => severities[severity]},
    {header: say('Fil', 'File'), kind: 'text', width: 20, value: ({source}) => source?.file ?? ''},
    {header: say('Række', 'Row'), kind: 'count', width: 9, value: ({source}) => source?.row ?? null},
    {header: say('Kolonne', 'Column'), kind: 'text', width: 15, value: ({column}) => column},
    {header: say('Værdi', 'Value'), kind: 'text', width: 22, value: ({value}) => value},
    {
      header: say('Hvad er galt', 'What is wrong'),
      kind: 'wrapped',
      width: 60,
      value: (each) => sentenceOf(each, language),
    },
    {header: say('Hvad skal der ske', 'What to do'), kind: 'wrapped', width: 50, value: ({remedy}) => remedy[language]},
    {header: say('Efterfølger', 'Successor'), kind: 'text', width: 22, value: ({successor}) => successor},
    {
      header: say('Andre rækker', 'Other rows'),
      kind: 'text',
      width: 14,
      value: ({others}) => others.map(({row}) => row).join(', '),
    },
    {header: say('Bevillinger', 'Grants'), kind: 'count', width: 12, value: ({affected}) => affected?.grants ?? null},
    {
      header: say('Kroner om måneden', 'Kroner a month'),
      kind: 'amount',
      width: 18,
      value: ({affected}) => affected?.monthly ?? null,
    },
    {header: say('Kode', 'Code'), kind: 'text', width: 22, value: ({code}) => code},
  ]
}

function changeColumns(language: Language): ColumnOf<Change>[] {
  const say = (da: string, en: string): string => (language === 'da' ? da : en)
  const places = (header: string, placeIn: (change: Change) => Assignment): ColumnOf<Change>[] => [
    {header: `${header}: ${say('Art', 'Account')}`, kind: 'text', width: 14, value: (each) => placeIn(each).account},
    {header: `${header}: PSP`, kind: 'text', width: 22, value: (each) => placeIn(each).pspElement},
    {header: `${header}: ${say('Kode', 'Code')}`, kind: 'text', width: 22, value: (each) => placeIn(each).code},
  ]
  return [
    {header: say('Paragraf', 'Paragraph'), kind: 'text', width: 11, value: ({keys}) => keys.paragraph},
    {header: say('Ejerforhold', 'Ownership'), kind: 'text', width: 16, value: ({keys}) => keys.ownership},
    {header: say('Målgruppe', 'Target group'), kind: 'text', width: 24, value: ({keys}) => keys.targetGroup},
    {header: say('Indsats', 'Service'), kind: 'text', width: 24, value: ({keys}) => keys.service},
    ...places(say('Var', 'Was'), ({was}) => was),
    ...places(say('Bliver', 'Becomes'), ({becomes}) => becomes),
    {header: say('Bevillinger', 'Grants'), kind: 'count', width: 12, value: ({affected}) => affected?.grants ?? null},
    {
      header: say('Kroner om måneden', 'Kroner a month'),
      kind: 'amount',
      width: 18,
      value: ({affected}) => affected?.monthly ?? null,
    },
  ]
}
