/** Findings in the terminal, in a workbook and as JSON. */
import {describe, expect, it} from 'vitest'
import {type Finding, findingOf} from '../../src/checks/finding.ts'
import {findingsJson} from '../../src/render/checks/json.ts'
import {listFindings} from '../../src/render/checks/terminal.ts'
import {findingsSheet, severityColumn} from '../../src/render/checks/xlsx.ts'

const aFinding = (severity: 'error' | 'warning', en: string): Finding =>
  findingOf({severity, code: 'gap', problem: {da: `${en} på dansk`, en}, remedy: {da: 'Ret', en: 'Correct'}})
const findings = [aFinding('error', 'one long sentence'), aFinding('warning', 'two')]

describe('the list in the terminal', () => {
  it('puts paragraphs beside the lead, wrapped, and styles whole lines', () => {
    const layout = {
      lead: (number: number) => `${number}. `,
      paragraphs: ({problem, remedy}: Finding) => [
        {text: problem.en, style: (line: string) => `<${line}>`},
        {text: remedy.en},
      ],
    }
    expect(listFindings(findings, layout, {width: 12})).toEqual([
      ['<1. one long>', '<   sentence>', '   Correct'],
      ['<2. two>', '   Correct'],
    ])
    expect(listFindings([], layout, {width: 12})).toEqual([])
  })
})

describe('the workbook', () => {
  const text = {
    header: {da: 'Hvad', en: 'What'},
    kind: 'wrapped',
    width: 60,
    value: ({problem}: Finding, language: 'da' | 'en') => problem[language],
  } as const

  it.each([
    ['da', 'Fund', ['Alvor', 'Hvad'], ['Fejl', 'one long sentence på dansk']],
    ['en', 'Findings', ['Severity', 'What'], ['Error', 'one long sentence']],
  ] as const)('in %s: a row for each finding, in the columns of the command', (language, name, headers, row) => {
    const sheet = findingsSheet(findings, [severityColumn, text], language)
    expect({name: sheet.name, headers: sheet.columns.map(({header}) => header)}).toEqual({name, headers})
    expect(sheet.rows[0]).toEqual(row)
    expect(sheet.tints).toEqual(['rose', 'sand'])
  })
})

it('the document has the counts, and each finding in the shape of the command', () => {
  expect(findingsJson(findings, ({problem}) => problem.en)).toEqual({
    errors: 1,
    warnings: 1,
    findings: ['one long sentence', 'two'],
  })
})
