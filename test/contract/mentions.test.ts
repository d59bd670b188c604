/** matching.md 2, Mentions: every row of the tables in docs/mentions.md is what the program reads. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {windowOf} from '../../src/match/periods/line-period.ts'
import {findMentions} from '../../src/match/periods/mentions/find-mentions.ts'
import type {Mention} from '../../src/match/periods/mentions/mention.ts'
import {wholeMonth} from '../../src/model/calendar.ts'
import {aConfig} from '../builders/records.ts'
import {day} from '../builders/values.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/mentions.md'), 'utf8')

/** Text, day of issue, and what it is read as. */
const rows = [...page.matchAll(/^\| `(.+)`\s*\| (\d{4}-\d\d-\d\d) *\| (.+?) *\|$/gm)].map(
  ([, text = '', issued = '', readAs = '']): [string, string, string] => [text, issued, readAs],
)

describe('a text in docs/mentions.md', () => {
  it.each(rows)('«%s», issued %s, is read as %s', (text, issued, readAs) => {
    const issueDate = day(issued)
    const reading = {
      issueDate,
      dueDate: null,
      window: windowOf(issueDate, '', aConfig()),
      services: new Set(['botilbud']),
      isKnownNumber: (token: string) => token === 'F-2026-03',
    }
    expect(findMentions(text, reading, false).map(shown).join('; ') || 'none').toBe(readAs)
  })

  it('stands in a table for every form', () => {
    expect(rows.length).toBeGreaterThan(100)
  })
})

const shown = ({period, isWeak}: Mention): string =>
  `${isWeak ? 'weak ' : ''}${period ? (wholeMonth(period) ?? `${period.from}..${period.to}`) : 'no such day'}`
