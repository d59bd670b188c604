/** What the Danish guide says of the program is what the program does. */
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {parseConfig} from '../../src/config/load.ts'
import {requireMatchConfig} from '../../src/config/match-config.ts'
import {catalogue} from '../../src/exceptions/catalogue.ts'
import {reasonCodes} from '../../src/model/reason.ts'

const guide = await readFile(join(import.meta.dirname, '../../docs/brugervejledning.md'), 'utf8')

/** Its tables without the blanks that align them. */
const plain = guide.replaceAll(/ {2,}\|/g, ' |')

describe('the guide', () => {
  it.each(reasonCodes)('has the sentence, owner and remedy of %s', (code) => {
    const {sentence, owner, remedy} = catalogue[code]
    expect(plain).toContain(`| \`${code}\` | ${sentence.da} | ${owner} | ${remedy.da} |\n`)
  })

  it('shows a bills.yaml that match can work with', () => {
    const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(guide) ?? []
    const config = parseConfig('guide', Buffer.from(example))
    expect(requireMatchConfig({config, file: 'guide', folder: ''}).municipality).toBe('230')
  })
})
